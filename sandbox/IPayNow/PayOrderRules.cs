using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>Reads WP001, field by field, in the dialect its version says.</summary>
internal static class PayOrderRules
{
    private const string LongestLife = "3600";

    /// <summary>Devices that only profile A knows, and those that only profile B knows.</summary>
    private static readonly string[] DevicesOfA = ["01", "02", "06", "0600"];
    private static readonly string[] DevicesOfB =
        ["01", "04", "05", "0600", "0601", "08", "14", "20"];

    private static readonly (string Name, Func<string, bool> Rule)[] Both =
    [
        ("mhtOrderNo", static t => FieldRules.IsLong(t, 1, 40)),
        ("mhtOrderName", static t => FieldRules.IsLong(t, 1, 40)),
        ("mhtCurrencyType", FieldRules.OneOf("156")),
        ("mhtOrderAmt", static t => FieldRules.Fen(t) is not null),
        ("mhtOrderDetail", static t => FieldRules.IsLong(t, 0, 200)),
        ("mhtOrderTimeOut", FieldRules.OrAbsent(IsLife)),
        ("mhtOrderStartTime", static t => Start(t) is not null),
        ("mhtCharset", FieldRules.OneOf("UTF-8")),
        ("mhtSignType", FieldRules.OneOf("MD5")),
        ("mhtReserved", static t => FieldRules.IsLong(t, 0, 100)),
        ("consumerId", static t => FieldRules.IsLong(t, 0, 40)),
        ("notifyUrl", FieldRules.OrAbsent(FieldRules.IsAddress)),
        ("frontNotifyUrl", FieldRules.OrAbsent(FieldRules.IsAddress)),
    ];

    private static readonly (string Name, Func<string, bool> Rule)[] OnlyA =
    [
        ("mhtOrderType", FieldRules.OneOf("01")),
        ("deviceType", FieldRules.OneOf(DevicesOfA)),
        ("payChannelType", FieldRules.OrAbsent(IsChannel)),
        ("notifyUrl", FieldRules.IsAddress),
        ("frontNotifyUrl", FieldRules.IsAddress),
        ("outputType", FieldRules.OrAbsent(FieldRules.OneOf("0", "1"))),
    ];

    private static readonly (string Name, Func<string, bool> Rule)[] OnlyB =
    [
        ("version", static t => t is ['1', '.', '0', '.', _] && char.IsAsciiDigit(t[^1])),
        ("mhtOrderType", FieldRules.OneOf("01", "05")),
        ("deviceType", FieldRules.OneOf(DevicesOfB)),
        ("mhtLimitPay", FieldRules.OrAbsent(FieldRules.OneOf("0", "1", "no_credit"))),
        ("consumerCreateIp", static t => FieldRules.IsLong(t, 0, 20)),
        ("mhtSubMchId", static t => FieldRules.IsLong(t, 0, 64)),
        ("mhtGoodsTag", static t => FieldRules.IsLong(t, 0, 32)),
    ];

    /// <summary>The order, or the first field that is wrong.</summary>
    public static (PayOrder? Order, Refusal? Error) Read(
        GatewayRequest request, IPayNowApplication application)
    {
        var error = FieldRules.First(request, request.IsVersioned ? OnlyB : OnlyA)
            ?? FieldRules.First(request, Both)
            ?? (request.IsVersioned ? FieldRules.First(request, OfDevice(request)) : null);
        return error is null ? (Order(request, application), null) : (null, error);
    }

    /// <summary>What profile B asks for by device, way to pay and output.</summary>
    private static IEnumerable<(string Name, Func<string, bool> Rule)> OfDevice(
        GatewayRequest request)
    {
        var (device, channel, output) =
            (request["deviceType"], request["payChannelType"], Output(request));
        yield return (
            "payChannelType", device is "20" ? FieldRules.OrAbsent(IsChannel) : IsChannel);
        yield return ("outputType", FieldRules.OrAbsent(FieldRules.OneOf(Outputs(device))));
        if (device is not "05")
        {
            yield return ("notifyUrl", FieldRules.IsAddress);
        }
        else
        {
            yield return ("channelAuthCode", static t => FieldRules.IsDigits(t, 8, 64));
        }

        if (device is "0600" or "0601")
        {
            yield return ("frontNotifyUrl", FieldRules.IsAddress);
        }

        if (device is "0601" && channel is "13" && output is "0" or "1")
        {
            yield return ("consumerCreateIp", static t => FieldRules.IsLong(t, 1, 20));
        }

        if (device is "0600" && output is "1")
        {
            yield return ("consumerId", static t => FieldRules.IsLong(t, 1, 40));
            yield return (
                "mhtSubAppId", t => channel is not "13" || FieldRules.IsLong(t, 1, 64));
        }
    }

    private static string[] Outputs(string device) => device switch
    {
        "08" or "20" or "0600" => ["0", "1"],
        "0601" => ["0", "1", "2", "3"],
        "04" => ["0"],
        _ => ["0", "1"],
    };

    private static string Output(GatewayRequest request)
        => request["outputType"] is { Length: > 0 } output ? output
            : request["deviceType"] is "20" ? "1"
            : "0";

    private static PayOrder Order(GatewayRequest request, IPayNowApplication application)
    {
        var life = request["mhtOrderTimeOut"] is { Length: > 0 } given ? given : LongestLife;
        var start = Start(request["mhtOrderStartTime"])!.Value;
        return new PayOrder
        {
            Application = application,
            Version = request["version"],
            OutTradeNo = request["mhtOrderNo"],
            Fen = FieldRules.Fen(request["mhtOrderAmt"])!.Value,
            Subject = request["mhtOrderName"],
            Detail = request["mhtOrderDetail"],
            OrderType = request["mhtOrderType"],
            Device = request["deviceType"],
            Channel = request["payChannelType"],
            Output = Output(request),
            Start = request["mhtOrderStartTime"],
            TimeOut = life,
            Expires = start.AddSeconds(int.Parse(life, CultureInfo.InvariantCulture)),
            NotifyUrl = request["notifyUrl"],
            FrontUrl = request["frontNotifyUrl"],
            Reserved = request["mhtReserved"],
            SubMerchant = request["mhtSubMchId"],
        };
    }

    private static DateTimeOffset? Start(string text)
        => BeijingTime.Parse(text, BeijingTime.Digits);

    private static bool IsLife(string text)
        => FieldRules.IsDigits(text, 2, 4)
            && int.Parse(text, CultureInfo.InvariantCulture) is >= 60 and <= 3600;

    private static bool IsChannel(string text) => FieldRules.IsDigits(text, 2, 4);
}
