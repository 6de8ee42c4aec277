using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>Reads the order of a page request, field by documented field.</summary>
internal static class PayOrderRules
{
    /// <summary>The longest merchant's number.</summary>
    public const int NumberMaximum = 32;

    private const long FenMaximum = 100_000_000_00;
    private const int BodyMaximum = 32;
    private const int UrlMaximum = 255;

    private static readonly (string Name, int Maximum)[] Lengths =
    [
        ("bank_type", 16), ("attach", 127), ("buyer_id", 64), ("goods_tag", 32),
        ("spbill_create_ip", 15),
    ];

    /// <summary>The order of a checked request, or why there is none.</summary>
    public static (PayOrder? Order, Retcode? Error) Read(
        Request request, Merchant merchant, DateTimeOffset now)
    {
        if (WrongField(request) is { } wrong)
        {
            return (null, Retcode.Wrong(wrong));
        }

        var order = new PayOrder
        {
            Merchant = merchant,
            OutTradeNo = request["out_trade_no"],
            Fen = Fen(request["total_fee"])!.Value,
            Subject = request["body"],
            Attach = request["attach"],
            BankType = request["bank_type"] is { Length: > 0 } bank ? bank : "DEFAULT",
            TransportFee = Fen(request["transport_fee"]) ?? 0,
            NotifyUrl = request["notify_url"],
            ReturnUrl = request["return_url"],
            CharsetName = request.Charset,
            Deadline = Moment(request["time_expire"]),
        };
        return order.Deadline <= now
            ? (null, Retcode.Wrong("time_expire"))
            : (order, null);
    }

    /// <summary>An amount in fen, at least one; null for anything else.</summary>
    public static long? Fen(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var fen)
            && fen is >= 0 and <= FenMaximum
                ? fen
                : null;

    private static string? WrongField(Request request)
        => request["out_trade_no"].Length is 0 or > NumberMaximum
            || !request["out_trade_no"].All(char.IsAsciiLetterOrDigit) ? "out_trade_no"
            : Fen(request["total_fee"]) is null or 0 ? "total_fee"
            : request["fee_type"] is not ("" or "1") ? "fee_type"
            : request["body"].Length is 0 or > BodyMaximum ? "body"
            : !IsAddress(request["notify_url"]) ? "notify_url"
            : !IsAddress(request["return_url"]) ? "return_url"
            : !IsIPv4(request["spbill_create_ip"]) ? "spbill_create_ip"
            : request["trade_mode"] is not ("" or "1") ? "trade_mode"
            : !IsMoment(request["time_start"]) ? "time_start"
            : !IsMoment(request["time_expire"]) ? "time_expire"
            : request["transport_fee"].Length > 0 && Fen(request["transport_fee"]) is null
                ? "transport_fee"
            : !IsSum(request) ? "product_fee"
            : Array.Find(Lengths, l => request[l.Name].Length > l.Maximum).Name;

    /// <summary>Where the goods have an amount, transport makes up the rest.</summary>
    private static bool IsSum(Request request)
        => request["product_fee"].Length == 0
            || (Fen(request["product_fee"]) is { } goods
                && goods + (Fen(request["transport_fee"]) ?? 0) == Fen(request["total_fee"]));

    private static bool IsAddress(string text)
        => text.Length <= UrlMaximum && WireMessage.IsWeb(text);

    private static bool IsIPv4(string text)
        => text.Count(static c => c == '.') == 3 && IPAddress.TryParse(text, out var address)
            && address.AddressFamily == AddressFamily.InterNetwork;

    private static bool IsMoment(string text) => text.Length == 0 || Moment(text) is not null;

    private static DateTimeOffset? Moment(string text)
        => BeijingTime.Parse(text, BeijingTime.Digits);
}
