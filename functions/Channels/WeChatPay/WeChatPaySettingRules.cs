using System.Net;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>What settings and secrets of a WeChat Pay account must be.</summary>
internal static class WeChatPaySettingRules
{
    private const int NumberMax = 32;
    private const int KeyNameMax = 127;
    private const int SerialMin = 8;
    private const int SerialMax = 40;
    private const int SecretLength = 32;
    private const int PublicKeyIdMax = 64;
    private const string PublicKeyId = "PUB_KEY_ID_";

    private static readonly string[] Settings =
    [
        "app_id", "mch_id", "sub_app_id", "sub_mch_id", "signing_key", "merchant_serial",
        "wechatpay_public_key_id", "wechatpay_public_key", "platform_certificates", "base_uri",
        "backup_uri", "payer_ip_fallback", "app_partner_id", "code_interface", "v2_sign_type",
        "device_id", "device_ip", "store_id", "store_out_id",
    ];

    private static readonly string[] Secrets =
    [
        "api_v3_key", "api_v2_key", "client_certificate", "client_certificate_password",
    ];

    /// <summary>A sentence for each fault.</summary>
    public static IEnumerable<string> FaultsOf(
        AccountMaterial material, WeChatPaySettings settings)
        =>
        [
            .. UnknownFaults(material), .. MerchantFaults(settings), .. KeyFaults(settings),
            .. WireFaults(settings), .. TillFaults(settings),
        ];

    private static IEnumerable<string> UnknownFaults(AccountMaterial material)
        => material.Settings.Keys.Except(Settings, StringComparer.Ordinal)
            .Select(static name => $"{name} is no setting of a WeChat Pay account.")
            .Concat(material.Secrets.Keys.Except(Secrets, StringComparer.Ordinal)
                .Select(static name => $"{name} is no secret of a WeChat Pay account."));

    private static IEnumerable<string> MerchantFaults(WeChatPaySettings settings)
    {
        string?[] faults =
        [
            WordFault(settings, "app_id", isRequired: true),
            DigitsFault(settings, "mch_id", isRequired: true),
            WordFault(settings, "sub_app_id", isRequired: false),
            DigitsFault(settings, "sub_mch_id", isRequired: false),
            DigitsFault(settings, "app_partner_id", isRequired: false),
            settings.Has("sub_app_id") && !settings.IsPartner
                ? "sub_app_id belongs to sub_mch_id: give both, or none." : null,
        ];
        return faults.OfType<string>();
    }

    private static IEnumerable<string> KeyFaults(WeChatPaySettings settings)
    {
        string?[] faults =
        [
            IsKeyName(settings.Text("signing_key"))
                ? null
                : "signing_key must name a key in the vault: letters, digits and '-'.",
            IsSerial(settings.Text("merchant_serial"))
                ? null
                : "merchant_serial must be the merchant certificate's serial number: "
                    + $"{SerialMin} to {SerialMax} hexadecimal digits in upper case.",
            IsSecret(settings.Secret("api_v3_key"))
                ? null
                : $"api_v3_key must be a secret of {SecretLength} ASCII characters.",
            OneOf(settings, "platform_certificates", "true", "false"),
            settings.Has("wechatpay_public_key") != settings.Has("wechatpay_public_key_id")
                ? "wechatpay_public_key and wechatpay_public_key_id belong together." : null,
            settings.Has("wechatpay_public_key_id")
                && !IsPublicKeyId(settings.Text("wechatpay_public_key_id"))
                ? $"wechatpay_public_key_id must be {PublicKeyId} and digits." : null,
            settings.HasCertificates || settings.HasPublicKey
                ? null
                : "platform_certificates may be false only beside wechatpay_public_key.",
        ];
        return faults.OfType<string>();
    }

    private static IEnumerable<string> WireFaults(WeChatPaySettings settings)
    {
        string?[] faults =
        [
            settings.Base.Length == 0
                ? "base_uri must be given: WeChat Pay has no test system." : null,
            settings.Base.Length > 0 && !ChannelAddress.IsUsable(settings.Base)
                ? AddressFault("base_uri") : null,
            settings.Backup.Length > 0 && !ChannelAddress.IsUsable(settings.Backup)
                ? AddressFault("backup_uri") : null,
            settings.Has("payer_ip_fallback") && settings.PayerFallback is null
                ? "payer_ip_fallback must be an IP address." : null,
        ];
        return faults.OfType<string>();
    }

    private static IEnumerable<string> TillFaults(WeChatPaySettings settings)
    {
        string?[] faults =
        [
            OneOf(settings, "code_interface", "v2", "v3"),
            OneOf(settings, "v2_sign_type", "MD5", "HMAC-SHA256"),
            settings.Has("device_ip") && !IPAddress.TryParse(settings.Text("device_ip"), out _)
                ? "device_ip must be an IP address." : null,
            TokenFault(settings, "device_id"),
            TokenFault(settings, "store_id"),
            TokenFault(settings, "store_out_id"),
        ];
        return faults.OfType<string>().Concat(
            !settings.HasTill ? []
                : settings.IsCodeByV3 ? V3TillFaults(settings)
                : V2TillFaults(settings));
    }

    private static IEnumerable<string> V2TillFaults(WeChatPaySettings settings)
    {
        string?[] faults =
        [
            IsSecret(settings.Secret("api_v2_key"))
                ? null
                : $"api_v2_key must be a secret of {SecretLength} ASCII characters.",
            settings.HasSecret("client_certificate")
                ? null
                : "client_certificate must be a secret: without it no charge can be reversed.",
            settings.Has("device_ip")
                ? null
                : "device_ip must be given: the older interface wants the till's IP address.",
        ];
        return faults.OfType<string>();
    }

    private static IEnumerable<string> V3TillFaults(WeChatPaySettings settings)
        => settings.Has("store_id") || settings.Has("store_out_id")
            ? []
            : ["store_id or store_out_id must be given: APIv3 wants a charge's store."];

    private static string AddressFault(string name)
        => $"{name} must be an https address without query (http only for loopback).";

    private static string? OneOf(
        WeChatPaySettings settings, string name, string first, string second)
        => !settings.Has(name)
            || string.Equals(settings.Text(name), first, StringComparison.Ordinal)
            || string.Equals(settings.Text(name), second, StringComparison.Ordinal)
                ? null
                : $"{name} must be {first} or {second}.";

    private static string? WordFault(WeChatPaySettings settings, string name, bool isRequired)
        => !isRequired && !settings.Has(name) ? null
            : IsWord(settings.Text(name))
                ? null
                : $"{name} must be 1 to {NumberMax} letters and digits.";

    private static string? DigitsFault(WeChatPaySettings settings, string name, bool isRequired)
        => !isRequired && !settings.Has(name) ? null
            : settings.Text(name) is { Length: > 0 and <= NumberMax } text
                && text.All(char.IsAsciiDigit)
                ? null
                : $"{name} must be 1 to {NumberMax} digits.";

    private static string? TokenFault(WeChatPaySettings settings, string name)
        => !settings.Has(name)
            || (settings.Text(name) is { Length: > 0 and <= NumberMax } text
                && text.All(static c => c is > ' ' and <= '~'))
                ? null
                : $"{name} must be 1 to {NumberMax} ASCII characters without blanks.";

    private static bool IsWord(string text)
        => text.Length is > 0 and <= NumberMax && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsKeyName(string text)
        => text.Length is > 0 and <= KeyNameMax
            && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsSerial(string text)
        => text.Length is >= SerialMin and <= SerialMax
            && text.All(char.IsAsciiHexDigitUpper);

    private static bool IsSecret(string? text)
        => text is { Length: SecretLength } && text.All(char.IsAscii);

    private static bool IsPublicKeyId(string text)
        => text.Length <= PublicKeyIdMax
            && text.StartsWith(PublicKeyId, StringComparison.Ordinal)
            && text.Length > PublicKeyId.Length
            && text.AsSpan(PublicKeyId.Length).IndexOfAnyExceptInRange('0', '9') < 0;
}
