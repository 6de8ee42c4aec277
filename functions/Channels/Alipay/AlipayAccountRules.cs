using PayFunctions.Platform;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// Opens an account from what the operator registered. Settings: <c>app_id</c>, <c>seller_id</c>,
/// <c>signing_key</c> (a key of ours in the vault), <c>public_key</c> (Alipay's), and, where they
/// differ from the usual, <c>gateway_uri</c> and <c>charset</c>. Secret: <c>app_auth_token</c>,
/// for whoever acts for another merchant.
/// </summary>
internal static class AlipayAccountRules
{
    /// <summary>The production gateway.</summary>
    public const string Production = "https://openapi.alipay.com/gateway.do";

    /// <summary>The gateway of Alipay's own sandbox.</summary>
    public const string Sandbox = "https://openapi-sandbox.dl.alipaydev.com/gateway.do";

    private const int TokenMax = 40;
    private const int NumberLength = 16;

    private static readonly string[] Known =
    [
        "app_id", "seller_id", "signing_key", "public_key", "gateway_uri", "charset",
    ];

    /// <summary>The account, or a sentence for each fault.</summary>
    public static AccountOpening<AlipayAccount> Open(AccountMaterial material)
    {
        List<string> faults = [.. FaultsOf(material)];
        if (!AlipayPublicKey.TryRead(Text(material, "public_key"), out var key))
        {
            faults.Add("public_key must be Alipay's RSA public key of at least 2048 bits, "
                + "PEM or base64 (not the application's own, not a certificate).");
        }

        return faults.Count > 0 || key is null
            ? new AccountOpening<AlipayAccount>(null, faults)
            : new AccountOpening<AlipayAccount>(
                new AlipayAccount
                {
                    Name = material.Name,
                    AppId = Text(material, "app_id"),
                    SellerId = Text(material, "seller_id"),
                    SigningKey = Text(material, "signing_key"),
                    AppAuthToken = material.Secrets.GetValueOrDefault("app_auth_token")?.Reveal(),
                    PublicKey = key,
                    Gateway = new Uri(GatewayOf(material)),
                    Charset = AlipayCharset.Of(CharsetOf(material))!,
                },
                []);
    }

    private static IEnumerable<string> FaultsOf(AccountMaterial material)
    {
        if (material.Settings.Keys.FirstOrDefault(
            static name => !Known.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            yield return $"{unknown} is no setting of an Alipay account.";
        }

        if (!IsNumber(Text(material, "app_id")))
        {
            yield return "app_id must be 16 digits.";
        }

        if (!IsNumber(Text(material, "seller_id"))
            || !Text(material, "seller_id").StartsWith("2088", StringComparison.Ordinal))
        {
            yield return "seller_id must be 16 digits that begin with 2088.";
        }

        if (string.IsNullOrWhiteSpace(Text(material, "signing_key")))
        {
            yield return "signing_key must name a key in the vault.";
        }

        if (!IsGateway(GatewayOf(material)))
        {
            yield return "gateway_uri must be an https address without query "
                + "(http only for loopback).";
        }

        if (AlipayCharset.Of(CharsetOf(material)) is null)
        {
            yield return "charset must be utf-8 or gbk.";
        }

        if (material.Secrets.GetValueOrDefault("app_auth_token")?.Reveal() is { } token
            && (token.Length is 0 or > TokenMax || !token.All(char.IsAsciiLetterOrDigit)))
        {
            yield return $"app_auth_token must be 1 to {TokenMax} letters and digits.";
        }
    }

    private static string Text(AccountMaterial material, string name)
        => material.Settings.GetValueOrDefault(name, "");

    private static string GatewayOf(AccountMaterial material)
        => material.Settings.GetValueOrDefault(
            "gateway_uri",
            material.Environment == AccountEnvironment.Production ? Production : Sandbox);

    private static string CharsetOf(AccountMaterial material)
        => material.Settings.GetValueOrDefault("charset", AlipayCharset.Utf8.Name);

    private static bool IsNumber(string text)
        => text.Length == NumberLength && text.All(char.IsAsciiDigit);

    private static bool IsGateway(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (IsScheme(uri, Uri.UriSchemeHttps)
                || (IsScheme(uri, Uri.UriSchemeHttp) && uri.IsLoopback))
            && uri.Query.Length == 0
            && uri.Fragment.Length == 0
            && uri.UserInfo.Length == 0;

    private static bool IsScheme(Uri uri, string scheme)
        => string.Equals(uri.Scheme, scheme, StringComparison.Ordinal);
}
