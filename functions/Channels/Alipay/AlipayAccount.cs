namespace PayFunctions.Channels.Alipay;

/// <summary>An account, ready for use. A class without a ToString: it may carry a token.</summary>
internal sealed class AlipayAccount
{
    /// <summary>The name in routes and orders.</summary>
    public required string Name { get; init; }

    /// <summary>The application's number.</summary>
    public required string AppId { get; init; }

    /// <summary>
    /// The application that authorised us, where we act for another merchant; else our own.
    /// </summary>
    public required string AuthAppId { get; init; }

    /// <summary>The seller's number.</summary>
    public required string SellerId { get; init; }

    /// <summary>Our signing key's name in the vault.</summary>
    public required string SigningKey { get; init; }

    /// <summary>The token of the merchant we act for, or null.</summary>
    public required string? AppAuthToken { get; init; }

    /// <summary>Verifies what Alipay signed; null in certificate mode.</summary>
    public required AlipayPublicKey? PublicKey { get; init; }

    /// <summary>Certificates in place of the public key, or null.</summary>
    public required AlipayCertificates? Certificates { get; init; }

    /// <summary>Where requests go.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>The charset of everything said.</summary>
    public required AlipayCharset Charset { get; init; }

    /// <summary>How its agreements are spelt.</summary>
    public required AlipayAgreementTerms Agreements { get; init; }

    /// <summary>How its checks of persons are spelt.</summary>
    public required AlipayIdentityTerms Identity { get; init; }

    /// <summary>The key of an answer that names this certificate, or none; null when it is not
    /// known.</summary>
    public AlipayPublicKey? KeyOf(string? certificateNumber)
        => Certificates is null ? PublicKey : Certificates.Find(certificateNumber);

    /// <summary>Whether Alipay signed this, with whichever of its keys: a notification does not
    /// say which.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> base64)
    {
        if (Certificates is null)
        {
            return PublicKey!.Verifies(data, base64);
        }

        foreach (var key in Certificates.Keys)
        {
            if (key.Verifies(data, base64))
            {
                return true;
            }
        }

        return false;
    }
}
