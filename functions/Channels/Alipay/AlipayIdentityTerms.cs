namespace PayFunctions.Channels.Alipay;

/// <summary>How an account's checks of persons are spelt, and how they are understood.</summary>
internal sealed record AlipayIdentityTerms
{
    /// <summary>The scenes; the first is the usual one.</summary>
    public static readonly string[] Scenes =
        ["FACE", "CERT_PHOTO", "CERT_PHOTO_FACE", "SMART_FACE"];

    /// <summary>The scene that the contract allows.</summary>
    public required string Scene { get; init; }

    /// <summary>
    /// Whether what is said of the person is a text that holds JSON, as in older documents, and
    /// not an object.
    /// </summary>
    public required bool SaysTexts { get; init; }

    /// <summary>Whether "not passed" is a verdict also where no reason is given: the documents do
    /// not say what is answered before the person came.</summary>
    public required bool FailsWithoutReason { get; init; }
}
