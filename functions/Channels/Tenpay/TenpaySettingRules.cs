using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>What settings and secrets of a Tenpay account must be.</summary>
internal static class TenpaySettingRules
{
    private const int PartnerLength = 10;
    private const int AppIdMax = 32;
    private const int KeyLength = 32;
    private const int OpenKeyMax = 128;
    private const int BankTypeMax = 16;
    private const int KeyIndexMax = 999;
    private const int OperatorMax = 64;
    private const int PasswordMax = 128;

    private static readonly string[] OfBoth =
    [
        "profile", "input_charset", "sign_key_index", "bank_type", "payer_ip_fallback",
        "notify_id_only", "body_unit", "base_uri", "bill_uri", "partner",
    ];

    private static readonly string[] OfOpen = ["app_id", "login_without_token"];

    private static readonly string[] OfGateway =
    [
        "op_user_id", "op_password_case", "refund_uri", "refund_query_uri", "refund_notify",
    ];

    private static readonly string[] RefundSecrets =
        ["op_user_password", "client_certificate", "client_certificate_password"];

    /// <summary>A sentence for each fault.</summary>
    public static IEnumerable<string> FaultsOf(AccountMaterial material, TenpaySettings settings)
        => settings.Profile is { } profile
            ? UnknownFaults(material, profile)
                .Concat(MerchantFaults(settings, profile))
                .Concat(WireFaults(settings, profile))
                .Concat(
                    profile == TenpayProfile.Gateway ? RefundFaults(material, settings) : [])
            : [ProfileFault(settings)];

    private static string ProfileFault(TenpaySettings settings) => settings.Text("profile") switch
    {
        "wap" => "profile wap is not supported: WAP v2 hands out a token, and documents neither "
            + "a query nor a refund of what is paid with it; use open or gateway.",
        "legacy" => "profile legacy is not supported: the v1 interface signs in a fixed order "
            + "and has no second proof of its notifications; use open or gateway.",
        _ => "profile must be open (open platform, app_id) or gateway (B2C gateway, partner).",
    };

    private static IEnumerable<string> UnknownFaults(
        AccountMaterial material, TenpayProfile profile)
    {
        var isOpen = profile == TenpayProfile.Open;
        foreach (var name in material.Settings.Keys.Except(OfBoth, StringComparer.Ordinal))
        {
            if (!(isOpen ? OfOpen : OfGateway).Contains(name, StringComparer.Ordinal))
            {
                yield return (isOpen ? OfGateway : OfOpen).Contains(name, StringComparer.Ordinal)
                    ? $"{name} is no setting of this profile."
                    : $"{name} is no setting of a Tenpay account.";
            }
        }

        foreach (var name in material.Secrets.Keys.Where(static n => n is not "key"))
        {
            if (!RefundSecrets.Contains(name, StringComparer.Ordinal))
            {
                yield return $"{name} is no secret of a Tenpay account.";
            }
            else if (isOpen)
            {
                yield return $"{name} is for refunds, and the open platform has none.";
            }
        }
    }

    private static IEnumerable<string> MerchantFaults(
        TenpaySettings settings, TenpayProfile profile)
    {
        var isOpen = profile == TenpayProfile.Open;
        if (isOpen && !IsWord(settings.Text("app_id"), AppIdMax))
        {
            yield return $"app_id must be 1 to {AppIdMax} letters and digits.";
        }

        if ((!isOpen || settings.Has("partner")) && !IsPartner(settings.Text("partner")))
        {
            yield return $"partner must be {PartnerLength} digits.";
        }

        var key = settings.Secret("key") ?? "";
        if (!IsPlain(key, OpenKeyMax) || (!isOpen && key.Length != KeyLength))
        {
            yield return isOpen
                ? $"key must be a secret of 1 to {OpenKeyMax} ASCII characters without blanks."
                : $"key must be a secret of {KeyLength} ASCII characters without blanks.";
        }
    }

    private static IEnumerable<string> WireFaults(TenpaySettings settings, TenpayProfile profile)
    {
        string?[] faults =
        [
            settings.Charset is null ? "input_charset must be GBK or UTF-8." : null,
            settings.Has("sign_key_index") && !IsKeyIndex(settings.Text("sign_key_index"))
                ? $"sign_key_index must be a number from 1 to {KeyIndexMax}." : null,
            IsBank(settings.Text("bank_type", "DEFAULT"))
                ? null
                : $"bank_type must be 1 to {BankTypeMax} letters, digits and underscores.",
            settings.Has("payer_ip_fallback") && settings.PayerFallback is null
                ? "payer_ip_fallback must be an IPv4 address in four parts." : null,
            OneOf(settings, "notify_id_only", "true", "false"),
            OneOf(settings, "login_without_token", "true", "false"),
            OneOf(settings, "body_unit", "characters", "bytes"),
            settings.Has("bill_uri") && !ChannelAddress.IsUsable(settings.Bill)
                ? AddressFault("bill_uri") : null,
            ChannelAddress.IsUsable(settings.Base) ? null : BaseFault(settings, profile),
        ];
        return faults.OfType<string>();
    }

    private static string BaseFault(TenpaySettings settings, TenpayProfile profile)
        => profile == TenpayProfile.Gateway && !settings.Has("base_uri")
            ? "base_uri must be given: Tenpay has no test system for profile gateway."
            : AddressFault("base_uri");

    private static IEnumerable<string> RefundFaults(
        AccountMaterial material, TenpaySettings settings)
    {
        var refunds = RefundSecrets.Any(material.Secrets.ContainsKey)
            || settings.Has("refund_uri") || settings.Has("op_user_id");
        string?[] faults =
        [
            OneOf(settings, "op_password_case", "lower", "upper"),
            OneOf(settings, "refund_notify", "true", "false"),
            settings.Has("refund_query_uri") && !ChannelAddress.IsUsable(settings.RefundQuery)
                ? AddressFault("refund_query_uri") : null,
            refunds && settings.Secret("client_certificate") is null
                ? "client_certificate must be a secret: Tenpay refunds nothing without." : null,
            refunds && !IsPlain(settings.Secret("op_user_password") ?? "", PasswordMax)
                ? "op_user_password must be a secret of ASCII characters without blanks." : null,
            refunds && !ChannelAddress.IsUsable(settings.RefundAddress)
                ? AddressFault("refund_uri") : null,
            settings.Has("op_user_id") && !IsWord(settings.Text("op_user_id"), OperatorMax)
                ? $"op_user_id must be 1 to {OperatorMax} letters and digits." : null,
        ];
        return faults.OfType<string>();
    }

    private static string AddressFault(string name)
        => $"{name} must be an https address without query (http only for loopback).";

    private static string? OneOf(
        TenpaySettings settings, string name, string first, string second)
        => !settings.Has(name)
            || string.Equals(settings.Text(name), first, StringComparison.Ordinal)
            || string.Equals(settings.Text(name), second, StringComparison.Ordinal)
                ? null
                : $"{name} must be {first} or {second}.";

    private static bool IsPartner(string text)
        => text.Length == PartnerLength && text.All(char.IsAsciiDigit);

    private static bool IsWord(string text, int most)
        => text.Length > 0 && text.Length <= most && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsPlain(string text, int most)
        => text.Length > 0 && text.Length <= most && text.All(static c => c is > ' ' and <= '~');

    private static bool IsBank(string text)
        => text.Length is > 0 and <= BankTypeMax
            && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsKeyIndex(string text)
        => text.Length is > 0 and <= 3 && text[0] != '0' && text.All(char.IsAsciiDigit);
}
