namespace PayFunctions.Sdk;

/// <summary>Asks for one agreement, by one of its two numbers.</summary>
public sealed record AgreementQueryRequest
{
    internal const string Path = "/v1/agreements";

    private AgreementQueryRequest(string pathAndQuery) => PathAndQuery = pathAndQuery;

    internal string PathAndQuery { get; }

    /// <summary>By the merchant's own number.</summary>
    /// <param name="outAgreementNo">1 to 64 of <c>A-Z a-z 0-9 _ -</c>.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public static AgreementQueryRequest ByOutAgreementNo(string outAgreementNo)
        => WireText.IsId(outAgreementNo)
            ? new($"{Path}?out_agreement_no={outAgreementNo}")
            : throw new ArgumentException(
                "An out_agreement_no has 1 to 64 characters of A-Z a-z 0-9 _ -.",
                nameof(outAgreementNo));

    /// <summary>By the gateway's number.</summary>
    /// <param name="agreementId">As the gateway gave it.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public static AgreementQueryRequest ById(string agreementId) => new(PathOf(agreementId));

    internal static string PathOf(string agreementId)
        => WireText.IsId(agreementId)
            ? $"{Path}/{agreementId}"
            : throw new ArgumentException(
                "An agreement_id has 1 to 64 characters of A-Z a-z 0-9 _ -.",
                nameof(agreementId));
}
