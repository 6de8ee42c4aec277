using System.Globalization;
using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Conformance.Example;

/// <summary>What we say to the channel, signed.</summary>
internal static class ExampleMessages
{
    /// <summary>Opens a page.</summary>
    public static List<KeyValuePair<string, string>> Open(
        ExampleAccount account, PageRequest request)
        => Signed(
            account,
            new("number", request.Number.ToString()),
            new("fen", Text(request.Order.Terms.Total.Fen)),
            new("subject", request.Order.Terms.Subject),
            new("expires", Text(request.Order.ExpiresAt.ToUnixTimeSeconds())),
            new("notify", request.NotifyUrl.AbsoluteUri),
            new("return", request.ReturnUrl.AbsoluteUri));

    /// <summary>Asks about a trade.</summary>
    public static List<KeyValuePair<string, string>> Query(
        ExampleAccount account, ChannelOrderNo number)
        => Signed(account, new KeyValuePair<string, string>("number", number.ToString()));

    /// <summary>Refunds.</summary>
    public static List<KeyValuePair<string, string>> Refund(
        ExampleAccount account, RefundRequest request)
        => Signed(
            account,
            new("number", request.Trade.Number.ToString()),
            new("refund", request.Number.ToString()),
            new("fen", Text(request.Total.Fen)));

    /// <summary>Asks about a refund.</summary>
    public static List<KeyValuePair<string, string>> QueryRefund(
        ExampleAccount account, ChannelRefundNo number)
        => Signed(account, new KeyValuePair<string, string>("refund", number.ToString()));

    private static List<KeyValuePair<string, string>> Signed(
        ExampleAccount account, params KeyValuePair<string, string>[] own)
        => ExampleSignature.Sign(account.Key, [new("merchant", account.Merchant), .. own]);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
