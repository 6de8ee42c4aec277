namespace PayFunctions.Sandbox.Alipay;

/// <summary>One registered application.</summary>
/// <param name="AppId">Up to 32 digits.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, PEM or bare base64.</param>
/// <param name="SellerId">The account that receives the money, 2088 and twelve digits.</param>
internal sealed record AlipayApplication(string AppId, string PublicKey, string SellerId)
{
    /// <summary>Merchants for whom it may act, each by a token.</summary>
    public IReadOnlyList<AppAuthorization> Authorizations { get; init; } = [];

    /// <summary>What certificate mode compares and names; null for bare keys.</summary>
    public AlipayCertificates? Certificates { get; init; }
}

/// <summary>A merchant's leave to act for it.</summary>
/// <param name="Token">Its <c>app_auth_token</c>, up to 40 characters.</param>
/// <param name="AppId">The merchant's own application: <c>auth_app_id</c> on the wire.</param>
/// <param name="SellerId">The merchant's account.</param>
/// <param name="Expires">The first moment at which it holds no more; null for never.</param>
internal sealed record AppAuthorization(
    string Token, string AppId, string SellerId, DateTimeOffset? Expires = null);
