using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// What Tenpay's retcodes mean. Tenpay's guide defines 0 alone; the others are known from its
/// clients. They come unsigned: what is not named here moves nothing.
/// </summary>
internal static class TenpayRetcode
{
    /// <summary>Answered, and signed.</summary>
    public const string Ok = "0";

    /// <summary>No such trade; also said of one that is older than half a year.</summary>
    public const string TradeAbsent = "88221009";

    /// <summary>The notify_id is not Tenpay's, or older than ten minutes.</summary>
    public const string NotifyIdExpired = "88222005";

    /// <summary>The order has no refund.</summary>
    public const string RefundAbsent = "88222014";

    private const int LengthMax = 10;

    private static readonly FrozenDictionary<string, string> Meanings =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["88219998"] = "system error",
            ["88229999"] = "another business error",
            ["88222001"] = "a parameter is wrong",
            ["88222002"] = "our signature is wrong",
            ["88222003"] = "the order is not this merchant's",
            [NotifyIdExpired] = "the notify_id is unknown or has expired",
            [TradeAbsent] = "there is no such trade",
            ["88221010"] = "no client certificate was shown",
            ["88221012"] = "the client certificate is not this merchant's",
            ["88221013"] = "the client certificate has expired",
            ["88222010"] = "the refund number was used for another refund",
            ["88222011"] = "the order's data differ",
            ["88222012"] = "the order is not paid",
            ["88222013"] = "the refunds exceed the payment",
            [RefundAbsent] = "the order has no refund",
            ["88229101"] = "there is no such merchant",
            ["88229102"] = "the merchant's balance is too low",
            ["88229103"] = "the amount is over the limit",
            ["88229104"] = "the operator's password is wrong",
            ["88229105"] = "there is no such user",
            ["88229106"] = "there is no such record or user",
            ["88229107"] = "the receiver's name differs",
            ["88229108"] = "the merchant lacks the permission",
            ["88229109"] = "the user is frozen",
            ["88229111"] = "our address may not refund",
            ["88229112"] = "data are wrong at Tenpay",
            ["88229113"] = "Tenpay has several refunds under the number",
            ["88229114"] = "the balance is too low; the cash account may pay",
            ["88229115"] = "it was refunded before",
            ["88229116"] = "the kind of refund cannot be told",
            ["88229117"] = "the refund needs a review",
            ["88229118"] = "a refund is not allowed",
            ["88229119"] = "the risk control refuses",
        }.ToFrozenDictionary(StringComparer.Ordinal);

    // Said before anything moved, and said again whenever it is repeated. What an operator can
    // mend (password, certificate, address, permission, balance) is not among them: then the same
    // refund is sent again. Nor is what may mean that money went (88222010, 88229113, 88229115).
    private static readonly FrozenSet<string> RefundRefusals = new[]
    {
        "88222003", "88222011", "88222012", "88222013", "88229103", "88229109", "88229118",
        "88229119",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text can be a retcode at all: up to ten digits.</summary>
    public static bool IsOne([NotNullWhen(true)] string? text)
        => text is { Length: > 0 and <= LengthMax } && text.All(char.IsAsciiDigit);

    /// <summary>Whether it refuses a refund for good.</summary>
    public static bool RefusesRefund(string retcode) => RefundRefusals.Contains(retcode);

    /// <summary>The code and what it means. Tenpay's own words are not signed, and not repeated.
    /// </summary>
    public static string Describe(string retcode)
        => Meanings.TryGetValue(retcode, out var meaning)
            ? $"{retcode}: {meaning}"
            : $"{retcode}: not a known code";
}
