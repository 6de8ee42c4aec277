namespace PayFunctions.Channels.Alipay;

/// <summary>One account: an application at Alipay and the seller it works for.</summary>
internal sealed class AlipayAccountOptions
{
    /// <summary>The production gateway.</summary>
    public const string Production = "https://openapi.alipay.com/gateway.do";

    /// <summary>The application's number, 16 digits.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The seller's number, 16 digits that begin with 2088.</summary>
    public string SellerId { get; init; } = "";

    /// <summary>The name of our signing key in the vault.</summary>
    public string SigningKey { get; init; } = "";

    /// <summary>Alipay's public key: SubjectPublicKeyInfo, as PEM or as bare base64.</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>The gateway; http is for loopback only.</summary>
    public string GatewayUri { get; init; } = Production;

    /// <summary><c>utf-8</c> or <c>gbk</c>; notifications come in it, too.</summary>
    public string Charset { get; init; } = "utf-8";

    /// <summary>The token of the merchant who lets us act for him; usually none.</summary>
    public string? AppAuthToken { get; init; }
}
