namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>One merchant, or a service provider.</summary>
/// <param name="MchId">Its number.</param>
/// <param name="AppIds">The applications that are bound to it.</param>
/// <param name="Keys">The keys it may sign with: up to three are valid at once.</param>
/// <param name="ApiV3Key">32 ASCII characters.</param>
internal sealed record WeChatPayMerchant(
    string MchId, IReadOnlyList<string> AppIds, IReadOnlyList<MerchantKey> Keys, string ApiV3Key)
{
    /// <summary>The key of the XML interface; null where that is not used.</summary>
    public string? ApiV2Key { get; init; }

    /// <summary>
    /// The SHA-256 thumbprint, in hex, of the certificate it shows to the XML interface; null where
    /// it has none.
    /// </summary>
    public string? ClientCertificate { get; init; }

    /// <summary>For whom it acts as a service provider.</summary>
    public IReadOnlyList<SubMerchant> SubMerchants { get; init; } = [];

    /// <summary>Whether it still uses platform certificates.</summary>
    public bool HasCertificates { get; init; } = true;

    /// <summary>Whether it uses WeChat Pay's public key.</summary>
    public bool HasPublicKey { get; init; } = true;

    /// <summary>
    /// The host of pages from which payers may come to an h5_url; null where that is not checked.
    /// </summary>
    public string? H5Domain { get; init; }
}

/// <summary>A key of a merchant.</summary>
/// <param name="Serial">The serial number of its certificate, hex in upper case.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, PEM or bare base64.</param>
internal sealed record MerchantKey(string Serial, string PublicKey);

/// <summary>A merchant for whom a service provider acts.</summary>
/// <param name="MchId">Its number.</param>
/// <param name="AppIds">Its own applications.</param>
internal sealed record SubMerchant(string MchId, IReadOnlyList<string> AppIds);
