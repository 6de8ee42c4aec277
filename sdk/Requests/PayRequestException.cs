namespace PayFunctions.Sdk;

/// <summary>A request's parameters are not complete or not valid; nothing was signed.</summary>
public sealed class PayRequestException : Exception
{
    /// <summary>An exception that names no parameter.</summary>
    public PayRequestException()
        : this("The request is not valid.")
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

    internal PayRequestException(string kind, IReadOnlyList<PayFieldProblem> problems)
        : base($"The {kind} request is not valid: "
            + string.Join("; ", problems.Select(one => $"{one.Name} {one.Reason}")) + ".")
        => Problems = problems;

    /// <summary>Every missing or invalid parameter.</summary>
    public IReadOnlyList<PayFieldProblem> Problems { get; } = [];

    internal static void ThrowIfAny(string kind, List<PayFieldProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new PayRequestException(kind, problems);
        }
    }
}
