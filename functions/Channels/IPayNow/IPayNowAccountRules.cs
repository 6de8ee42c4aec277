using System.Text;
using PayFunctions.Channels.Wire;
using PayFunctions.Keys;

namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// Opens an account from what the operator registered. Secret: <c>app_key</c>. Settings of both
/// profiles: <c>app_id</c> and <c>profile</c> (a or b), which are needed, and <c>gateway_uri</c>,
/// <c>page_device_type</c>, <c>page_channel_type</c>, <c>order_absent_text</c>,
/// <c>trade_number</c>. Of profile a: <c>query_funcode</c>, <c>page_link</c>,
/// <c>refund_device_type</c>, <c>refund_repeat</c>. Of profile b: <c>version</c>,
/// <c>refund_uri</c>, <c>refund_query_uri</c>, <c>page_output_type</c>, <c>qr_channel_type</c>,
/// <c>qr_output_type</c>, <c>barcode_channel_type</c>, <c>limit_pay</c>, <c>refund_version</c>,
/// <c>refund_absent</c>, <c>cancel_funcode</c>. What each means: docs/channels/ipaynow.md.
/// </summary>
internal static class IPayNowAccountRules
{
    private const string KeyName = "app_key";
    private const int KeyMax = 128;
    private const string Yes = "yes";

    private static readonly string[] PagesOfA = ["02", "06"];
    private static readonly string[] PagesOfB = ["04", "0601"];

    /// <summary>The account, or a sentence for each fault.</summary>
    public static AccountOpening<IPayNowAccount> Open(AccountMaterial material)
    {
        List<string> faults = [.. SettingFaults(material), .. SecretFaults(material)];
        return faults.Count > 0
            ? new AccountOpening<IPayNowAccount>(null, faults)
            : new AccountOpening<IPayNowAccount>(
                Ready(material, ProfileOf(material)!.Value), []);
    }

    private static IPayNowAccount Ready(AccountMaterial material, IPayNowProfile profile)
    {
        var isB = profile == IPayNowProfile.B;
        var device = Text(material, "page_device_type") ?? (isB ? "0601" : "02");
        return new IPayNowAccount
        {
            Name = material.Name,
            AppId = Text(material, "app_id")!,
            Profile = profile,
            KeyDigest = Encoding.ASCII.GetBytes(
                Digest.Md5Lower(material.Secrets[KeyName].RevealBytes())),
            Version = Text(material, "version") ?? "1.0.0",
            Gateway = Address(
                material, "gateway_uri",
                IPayNowAddress.Gateway(profile, material.Environment)),
            RefundGateway = Address(
                material, "refund_uri", IPayNowAddress.Refund(material.Environment)),
            RefundQueryGateway = Address(
                material, "refund_query_uri", IPayNowAddress.RefundQuery(material.Environment)),
            QueryFuncode = Text(material, "query_funcode") ?? IPayNowFuncode.Query,
            PageDevice = device,
            PageChannel = Text(material, "page_channel_type"),
            PageOutput = Text(material, "page_output_type")
                ?? (string.Equals(device, "0601", StringComparison.Ordinal) ? "1" : "0"),
            PageByLink = isB || Is(material, "page_link", Yes),
            QrChannel = Text(material, "qr_channel_type"),
            QrOutput = Text(material, "qr_output_type") ?? "1",
            BarcodeChannel = Text(material, "barcode_channel_type"),
            LimitPay = Text(material, "limit_pay"),
            RefundVersion = Is(material, "refund_version", Yes),
            RefundDevice = Text(material, "refund_device_type") ?? "06",
            RefundRepeats = Is(material, "refund_repeat", Yes),
            RefundAbsentWhenFailed = !Is(material, "refund_absent", "never"),
            Cancels = isB && !Is(material, "cancel_funcode", "none"),
            OrderAbsentText = Text(material, "order_absent_text") ?? "订单不存在",
            NamedByIPayNow = !Is(material, "trade_number", "mhtOrderNo"),
        };
    }

    private static IEnumerable<string> SettingFaults(AccountMaterial material)
    {
        foreach (var (name, value) in material.Settings)
        {
            var known = IPayNowSettings.All.FirstOrDefault(
                s => string.Equals(s.Name, name, StringComparison.Ordinal));
            if (known is null)
            {
                yield return $"{name} is no setting of an ipaynow account.";
            }
            else if (!known.IsValid(value))
            {
                yield return $"{name} {known.Must}.";
            }
            else if (known.Only is { } only && ProfileOf(material) is { } profile
                && only != profile)
            {
                yield return $"{name} is only for profile {(only == IPayNowProfile.A ? 'a' : 'b')}"
                    + ": leave it out.";
            }
        }

        foreach (var needed in IPayNowSettings.All.Where(
            s => s.Name is "app_id" or "profile" && !material.Settings.ContainsKey(s.Name)))
        {
            yield return $"{needed.Name} {needed.Must}.";
        }

        if (ProfileOf(material) is { } ofWhich && WayFault(material, ofWhich) is { } fault)
        {
            yield return fault;
        }
    }

    /// <summary>What holds between settings.</summary>
    private static string? WayFault(AccountMaterial material, IPayNowProfile profile)
    {
        var isA = profile == IPayNowProfile.A;
        var others = isA ? PagesOfB : PagesOfA;
        return Text(material, "page_device_type") is { } device
            && others.Contains(device, StringComparer.Ordinal)
                ? "page_device_type must be "
                    + $"{string.Join(" or ", isA ? PagesOfA : PagesOfB)} in this profile."
            : profile == IPayNowProfile.B
                && Text(material, "page_channel_type") is null
                && Text(material, "qr_channel_type") is null
                && Text(material, "barcode_channel_type") is null
                ? "At least one of page_channel_type, qr_channel_type and barcode_channel_type "
                    + "must be given in profile b: it is the way to pay of that product."
            : Text(material, "page_channel_type") is null && Is(material, "page_link", Yes)
                ? "page_channel_type must be given where page_link is yes: ipaynow's own "
                    + "cashier is no link."
            : null;
    }

    private static IEnumerable<string> SecretFaults(AccountMaterial material)
    {
        foreach (var name in material.Secrets.Keys.Where(static name => name is not KeyName))
        {
            yield return $"{name} is no secret of an ipaynow account.";
        }

        if (material.Secrets.GetValueOrDefault(KeyName) is not { } key || !IsKey(key))
        {
            yield return $"{KeyName} must be the application's key: 1 to {KeyMax} visible "
                + "characters of ASCII.";
        }
    }

    private static bool IsKey(Secret key)
        => key.Reveal() is { Length: > 0 and <= KeyMax } text
            && text.All(static c => c is > ' ' and <= '~');

    private static IPayNowProfile? ProfileOf(AccountMaterial material)
        => Text(material, "profile") switch
        {
            "a" => IPayNowProfile.A,
            "b" => IPayNowProfile.B,
            _ => null,
        };

    private static string? Text(AccountMaterial material, string name)
        => material.Settings.GetValueOrDefault(name);

    private static bool Is(AccountMaterial material, string name, string value)
        => string.Equals(Text(material, name), value, StringComparison.Ordinal);

    private static Uri Address(AccountMaterial material, string name, string usual)
        => new(Text(material, name) ?? usual);
}
