namespace PayFunctions.Channels.Alipay;

/// <summary>An account, ready for use. A class without a ToString: it may carry a token.</summary>
internal sealed class AlipayAccount
{
    /// <summary>The name in routes and orders.</summary>
    public required string Name { get; init; }

    /// <summary>The application's number.</summary>
    public required string AppId { get; init; }

    /// <summary>The seller's number.</summary>
    public required string SellerId { get; init; }

    /// <summary>Our signing key's name in the vault.</summary>
    public required string SigningKey { get; init; }

    /// <summary>The token of the merchant we act for, or null.</summary>
    public required string? AppAuthToken { get; init; }

    /// <summary>Verifies what Alipay signed.</summary>
    public required AlipayPublicKey PublicKey { get; init; }

    /// <summary>Where requests go.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>The charset of everything said.</summary>
    public required AlipayCharset Charset { get; init; }
}
