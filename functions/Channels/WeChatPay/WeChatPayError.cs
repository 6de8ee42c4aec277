namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// What an answer that is no success means. Codes are compared without their underscores, for older
/// interfaces spell them so; and without their status, for the same code comes with several.
/// </summary>
internal static class WeChatPayError
{
    private const int TooMany = 429;
    private const int ServerTrouble = 500;

    /// <summary>The code without its underscores; null stays null.</summary>
    public static string? Plain(string? code)
        => code?.Replace("_", "", StringComparison.Ordinal);

    /// <summary>What status and code mean. What is not listed teaches nothing.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The body's code, or null where it has none.</param>
    /// <param name="isEmpty">Whether there is no body at all.</param>
    public static WeChatPayMeaning Of(int status, string? code, bool isEmpty = false)
        => (status, code) switch
        {
            (TooMany, _) => WeChatPayMeaning.Unknown,
            (_, null) => status is 404 or 405 && isEmpty
                ? WeChatPayMeaning.Misconfigured
                : WeChatPayMeaning.Unknown,
            ( >= ServerTrouble, _) =>
                Plain(code) is "OPENIDMISMATCH" or "INVALIDTRANSACTIONID"
                    ? WeChatPayMeaning.Refused
                    : WeChatPayMeaning.Unknown,
            _ => OfCode(code),
        };

    /// <summary>What a code alone means, as the older interface says it.</summary>
    public static WeChatPayMeaning OfCode(string? code) => Plain(code) switch
    {
        "PARAMERROR" or "INVALIDREQUEST" or "APPIDMCHIDNOTMATCH" or "MCHNOTEXISTS" or "NOAUTH"
            or "RULELIMIT" or "TRADEERROR" or "ACCOUNTERROR" or "USERACCOUNTABNORMAL"
            or "OPENIDMISMATCH" or "INVALIDTRANSACTIONID" or "TRADEOVERDUE"
            or "REFUNDFEEMISMATCH" or "AUTHCODEINVALID" or "AUTHCODEEXPIRE" or "ORDERREVERSED"
            => WeChatPayMeaning.Refused,
        "SIGNERROR" => WeChatPayMeaning.Misconfigured,
        "ORDERCLOSED" => WeChatPayMeaning.Closed,
        "ORDERPAID" => WeChatPayMeaning.Paid,
        "OUTTRADENOUSED" => WeChatPayMeaning.NumberUsed,
        "ORDERNOTEXIST" => WeChatPayMeaning.NoOrder,
        "RESOURCENOTEXISTS" => WeChatPayMeaning.NoResource,
        "NOTENOUGH" => WeChatPayMeaning.NotEnough,
        "USERPAYING" => WeChatPayMeaning.UserPaying,
        _ => WeChatPayMeaning.Unknown,
    };
}
