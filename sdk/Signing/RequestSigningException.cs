namespace PayFunctions.Sdk;

/// <summary>A request could not be signed, so nothing was sent.</summary>
public sealed class RequestSigningException : Exception
{
    /// <summary>An exception without a sentence of its own.</summary>
    public RequestSigningException()
        : this("The request could not be signed.")
    {
    }

    /// <summary>An exception with a sentence.</summary>
    /// <param name="message">What went wrong; never key material.</param>
    public RequestSigningException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a sentence and a cause.</summary>
    /// <param name="message">What went wrong; never key material.</param>
    /// <param name="innerException">The cause.</param>
    public RequestSigningException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
