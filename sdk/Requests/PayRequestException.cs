namespace PayFunctions.Sdk;

/// <summary>A payment's parameters are not complete or not valid; nothing was signed.</summary>
public sealed class PayRequestException : Exception
{
    /// <summary>An exception that names no parameter.</summary>
    public PayRequestException()
        : this("The payment request is not valid.")
    {
    }

    /// <summary>An exception with a sentence.</summary>
    /// <param name="message">What is wrong.</param>
    public PayRequestException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a sentence and a cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PayRequestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal PayRequestException(IReadOnlyList<PayFieldProblem> problems)
        : base("The payment request is not valid: "
            + string.Join("; ", problems.Select(one => $"{one.Name} {one.Reason}")) + ".")
        => Problems = problems;

    /// <summary>Every missing or invalid parameter.</summary>
    public IReadOnlyList<PayFieldProblem> Problems { get; } = [];
}
