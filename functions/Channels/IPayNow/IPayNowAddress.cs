using PayFunctions.Platform;

namespace PayFunctions.Channels.IPayNow;

/// <summary>Where ipaynow answers, in production and in its test system.</summary>
internal static class IPayNowAddress
{
    /// <summary>What an address must be: the end of a sentence.</summary>
    public const string Must
        = "must be an https address without query (http only for loopback)";

    /// <summary>Payments, questions, profile A's refunds.</summary>
    public static string Gateway(IPayNowProfile profile, AccountEnvironment environment)
        => environment == AccountEnvironment.Test ? "https://dby.ipaynow.cn/api/payment/"
            : profile == IPayNowProfile.A ? "https://api.ipaynow.cn/"
            : "https://pay.ipaynow.cn/";

    /// <summary>R001 and R002.</summary>
    public static string Refund(AccountEnvironment environment)
        => environment == AccountEnvironment.Test
            ? "https://dby.ipaynow.cn/refund_access/refundOrder"
            : "https://pay.ipaynow.cn/refund/refundOrder";

    /// <summary>Q001 and Q002.</summary>
    public static string RefundQuery(AccountEnvironment environment)
        => environment == AccountEnvironment.Test
            ? "https://dby.ipaynow.cn/refund_access/refundQuery"
            : "https://pay.ipaynow.cn/refund/refundQuery";

    /// <summary>Whether a text is an address that may be called.</summary>
    public static bool IsValid(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (IsScheme(uri, Uri.UriSchemeHttps)
                || (IsScheme(uri, Uri.UriSchemeHttp) && uri.IsLoopback))
            && uri.Query.Length == 0
            && uri.Fragment.Length == 0
            && uri.UserInfo.Length == 0;

    private static bool IsScheme(Uri uri, string scheme)
        => string.Equals(uri.Scheme, scheme, StringComparison.Ordinal);
}
