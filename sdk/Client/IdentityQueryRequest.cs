namespace PayFunctions.Sdk;

/// <summary>Asks for one check of a person, by one of its two numbers.</summary>
public sealed record IdentityQueryRequest
{
    internal const string Path = "/v1/identity-verifications";

    private IdentityQueryRequest(string pathAndQuery) => PathAndQuery = pathAndQuery;

    internal string PathAndQuery { get; }

    /// <summary>By the merchant's own number.</summary>
    /// <param name="outVerifyNo">1 to 64 of <c>A-Z a-z 0-9 _ -</c>.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public static IdentityQueryRequest ByOutVerifyNo(string outVerifyNo)
        => WireText.IsId(outVerifyNo)
            ? new($"{Path}?out_verify_no={outVerifyNo}")
            : throw new ArgumentException(
                "An out_verify_no has 1 to 64 characters of A-Z a-z 0-9 _ -.",
                nameof(outVerifyNo));

    /// <summary>By the gateway's number.</summary>
    /// <param name="verificationId">As the gateway gave it.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public static IdentityQueryRequest ById(string verificationId)
        => WireText.IsId(verificationId)
            ? new($"{Path}/{verificationId}")
            : throw new ArgumentException(
                "A verification_id has 1 to 64 characters of A-Z a-z 0-9 _ -.",
                nameof(verificationId));
}
