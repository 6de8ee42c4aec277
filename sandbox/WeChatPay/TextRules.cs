using System.Globalization;
using System.Net;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What single texts have to be.</summary>
internal static class TextRules
{
    private const int NumberMinimum = 6;

    /// <summary>Whether it may be an out_trade_no: 6 to 32 of these characters.</summary>
    public static bool IsTradeNumber(string text)
        => text.Length >= NumberMinimum && text.All(IsOfNumbers);

    /// <summary>Whether it may be an out_refund_no.</summary>
    public static bool IsRefundNumber(string text)
        => text.All(static c => IsOfNumbers(c) || c == '@');

    /// <summary>Whether a notification can go there: https, and without a query.</summary>
    public static bool IsNotifyUrl(string text) => IsAddress(text, Uri.UriSchemeHttps);

    /// <summary>Likewise, where http will do too.</summary>
    public static bool IsPlainNotifyUrl(string text)
        => IsNotifyUrl(text) || IsAddress(text, Uri.UriSchemeHttp);

    /// <summary>Whether it is the address of a payer, who is never this machine.</summary>
    public static bool IsPayerAddress(string text)
        => IPAddress.TryParse(text, out var address) && !IPAddress.IsLoopback(address);

    /// <summary>The moment of RFC 3339; null where it is none.</summary>
    public static DateTimeOffset? Moment(string text)
        => DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.fffzzz"],
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? moment
                : null;

    private static bool IsOfNumbers(char c)
        => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '|' or '*';

    private static bool IsAddress(string text, string scheme)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && string.Equals(uri.Scheme, scheme, StringComparison.Ordinal)
            && !text.Contains('?', StringComparison.Ordinal)
            && !text.Contains('#', StringComparison.Ordinal);
}
