namespace PayFunctions.Channels.Alipay;

/// <summary>An account, ready for use. A class without a ToString: it may carry a token.</summary>
internal sealed class AlipayAccount(
    string name, AlipayAccountOptions options, AlipayPublicKey publicKey)
{
    /// <summary>The name in routes and orders.</summary>
    public string Name => name;

    /// <summary>The application's number.</summary>
    public string AppId => options.AppId;

    /// <summary>The seller's number.</summary>
    public string SellerId => options.SellerId;

    /// <summary>Our signing key's name in the vault.</summary>
    public string SigningKey => options.SigningKey;

    /// <summary>The token of the merchant we act for, or null.</summary>
    public string? AppAuthToken => options.AppAuthToken;

    /// <summary>Verifies what Alipay signed.</summary>
    public AlipayPublicKey PublicKey => publicKey;

    /// <summary>Where requests go.</summary>
    public Uri Gateway { get; } = new(options.GatewayUri);

    /// <summary>The charset of everything said.</summary>
    public AlipayCharset Charset { get; } = AlipayCharset.Of(options.Charset)
        ?? throw new ArgumentException("The charset was not validated.", nameof(options));
}
