using PayFunctions.Channels.Wire;
using PayFunctions.Platform;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// Opens an account from what the operator registered.
/// <para>Settings: <c>app_id</c>, <c>seller_id</c>, <c>signing_key</c> (a key of ours in the
/// vault); then either <c>public_key</c> (Alipay's) or, for an application in certificate mode,
/// <c>app_certificate</c>, <c>alipay_root_certificates</c> and <c>alipay_certificate</c> (PEM);
/// where they differ from the usual, <c>gateway_uri</c> and <c>charset</c> (<c>utf-8</c> or
/// <c>gbk</c>); for agreements <c>agreement_product</c>, <c>agreement_scene</c> and
/// <c>agreement_stop</c>; for checks of persons those of
/// <see cref="AlipayIdentityRules"/>. docs/channels/alipay.md explains each.</para>
/// <para>For whoever acts for another merchant: the secret <c>app_auth_token</c> and the setting
/// <c>auth_app_id</c>, the application of that merchant, which notifications have to name.</para>
/// </summary>
internal static class AlipayAccountRules
{
    /// <summary>The production gateway.</summary>
    public const string Production = "https://openapi.alipay.com/gateway.do";

    /// <summary>The gateway of Alipay's own sandbox. The old one, of
    /// <c>openapi.alipaydev.com</c>, is a matter of <c>gateway_uri</c>.</summary>
    public const string Sandbox = "https://openapi-sandbox.dl.alipaydev.com/gateway.do";

    private const string Token = "app_auth_token";
    private const string Product = "agreement_product";
    private const string Scene = "agreement_scene";
    private const string Stop = "agreement_stop";
    private const string UsualScene = "DEFAULT|DEFAULT";
    private const string StopUnknown = "unknown";
    private const string StopEnded = "ended";
    private const int SceneMax = 64;
    private const string PublicKey = "public_key";
    private const int TokenMax = 40;
    private const int NumberLength = 16;
    private const int KeyNameMax = 127;

    private static readonly string[] CertificateSettings =
    [
        "app_certificate", "alipay_root_certificates", "alipay_certificate",
    ];

    private static readonly string[] Known =
    [
        "app_id", "auth_app_id", "seller_id", "signing_key", PublicKey, "gateway_uri", "charset",
        Product, Scene, Stop,
        .. CertificateSettings, .. AlipayIdentityRules.Names,
    ];

    /// <summary>The account, or a sentence for each fault.</summary>
    public static AccountOpening<AlipayAccount> Open(AccountMaterial material)
    {
        List<string> faults =
        [
            .. UnknownNames(material), .. ApplicationFaults(material), .. WireFaults(material),
            .. TokenFaults(material), .. AgreementFaults(material),
            .. AlipayIdentityRules.FaultsOf(material),
        ];
        var (key, certificates) = ReadKeys(material, faults);
        return faults.Count > 0
            ? new AccountOpening<AlipayAccount>(null, faults)
            : new AccountOpening<AlipayAccount>(
                new AlipayAccount
                {
                    Name = material.Name,
                    AppId = Text(material, "app_id"),
                    AuthAppId = material.Settings.GetValueOrDefault(
                        "auth_app_id", Text(material, "app_id")),
                    SellerId = Text(material, "seller_id"),
                    SigningKey = Text(material, "signing_key"),
                    AppAuthToken = material.Secrets.GetValueOrDefault(Token)?.Reveal(),
                    PublicKey = key,
                    Certificates = certificates,
                    Gateway = new Uri(GatewayOf(material)),
                    Charset = AlipayCharset.Of(CharsetOf(material))!,
                    Agreements = new AlipayAgreementTerms
                    {
                        ProductCode = ProductOf(material),
                        Scene = SceneOf(material),
                        StopIsEnd = StopOf(material) is StopEnded,
                    },
                    Identity = AlipayIdentityRules.TermsOf(material),
                },
                []);
    }

    private static IEnumerable<string> UnknownNames(AccountMaterial material)
    {
        foreach (var name in material.Settings.Keys.Except(Known, StringComparer.Ordinal))
        {
            yield return $"{name} is no setting of an Alipay account.";
        }

        foreach (var name in material.Secrets.Keys.Except([Token], StringComparer.Ordinal))
        {
            yield return $"{name} is no secret of an Alipay account.";
        }
    }

    private static IEnumerable<string> ApplicationFaults(AccountMaterial material)
    {
        if (!IsNumber(Text(material, "app_id")))
        {
            yield return "app_id must be 16 digits.";
        }

        if (!IsNumber(Text(material, "seller_id"))
            || !Text(material, "seller_id").StartsWith("2088", StringComparison.Ordinal))
        {
            yield return "seller_id must be 16 digits that begin with 2088.";
        }

        if (Text(material, "signing_key") is not { Length: > 0 and <= KeyNameMax } key
            || !key.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            yield return "signing_key must name a key in the vault: letters, digits and '-'.";
        }
    }

    private static IEnumerable<string> WireFaults(AccountMaterial material)
    {
        if (!ChannelAddress.IsUsable(GatewayOf(material)))
        {
            yield return "gateway_uri must be an https address without query "
                + "(http only for loopback).";
        }

        if (AlipayCharset.Of(CharsetOf(material)) is null)
        {
            yield return "charset must be utf-8 or gbk.";
        }
    }

    private static IEnumerable<string> TokenFaults(AccountMaterial material)
    {
        var token = material.Secrets.GetValueOrDefault(Token)?.Reveal();
        var app = material.Settings.GetValueOrDefault("auth_app_id");
        if (token is not null
            && (token.Length is 0 or > TokenMax || !token.All(char.IsAsciiLetterOrDigit)))
        {
            yield return $"app_auth_token must be 1 to {TokenMax} letters and digits.";
        }

        if (app is not null && !IsNumber(app))
        {
            yield return "auth_app_id must be 16 digits.";
        }

        if ((token is null) != (app is null))
        {
            yield return "auth_app_id and the secret app_auth_token belong together: give both to "
                + "act for another merchant, else none.";
        }
    }

    private static IEnumerable<string> AgreementFaults(AccountMaterial material)
    {
        if (ProductOf(material) is not (AlipayAgreementTerms.General or AlipayAgreementTerms.Cycle))
        {
            yield return $"{Product} must be {AlipayAgreementTerms.General} or "
                + $"{AlipayAgreementTerms.Cycle}.";
        }

        if (SceneOf(material) is not { Length: > 0 and <= SceneMax } scene
            || !scene.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '|'))
        {
            yield return $"{Scene} must be 1 to {SceneMax} letters, digits, '_' and '|'.";
        }

        if (StopOf(material) is not (StopUnknown or StopEnded))
        {
            yield return $"{Stop} must be {StopUnknown} or {StopEnded}.";
        }
    }

    private static (AlipayPublicKey? Key, AlipayCertificates? Certificates) ReadKeys(
        AccountMaterial material, List<string> faults)
    {
        if (CertificateSettings.Any(material.Settings.ContainsKey))
        {
            if (material.Settings.ContainsKey(PublicKey))
            {
                faults.Add("public_key has no place beside certificates: remove one or the other.");
            }

            return (null, AlipayCertificates.TryRead(
                Text(material, CertificateSettings[0]),
                Text(material, CertificateSettings[1]),
                Text(material, CertificateSettings[2]),
                faults));
        }

        if (!AlipayPublicKey.TryRead(Text(material, PublicKey), out var key))
        {
            faults.Add("public_key must be Alipay's RSA public key of at least 2048 bits, "
                + "PEM or base64 (not the application's own, not a certificate).");
        }

        return (key, null);
    }

    private static string Text(AccountMaterial material, string name)
        => material.Settings.GetValueOrDefault(name, "");

    private static string GatewayOf(AccountMaterial material)
        => material.Settings.GetValueOrDefault(
            "gateway_uri",
            material.Environment == AccountEnvironment.Production ? Production : Sandbox);

    private static string ProductOf(AccountMaterial material)
        => material.Settings.GetValueOrDefault(Product, AlipayAgreementTerms.General);

    private static string SceneOf(AccountMaterial material)
        => material.Settings.GetValueOrDefault(Scene, UsualScene);

    private static string StopOf(AccountMaterial material)
        => material.Settings.GetValueOrDefault(Stop, StopUnknown);

    private static string CharsetOf(AccountMaterial material)
        => material.Settings.GetValueOrDefault("charset", AlipayCharset.Utf8.Name);

    private static bool IsNumber(string text)
        => text.Length == NumberLength && text.All(char.IsAsciiDigit);
}
