using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Charges, questions and reverses of the XML interface.</summary>
internal sealed class OlderTill(
    TradeBook book, ChargeDesk desk, WeChatPaySimulatorOptions options)
{
    /// <summary>The fault of a reverse that has to be called again; nothing is done.</summary>
    public const string Recall = "reverse_recall";

    private static readonly ApiError Waiting =
        new(StatusCodes.Status200OK, "USERPAYING", "需要用户输入支付密码");

    private static readonly (string Name, int Longest)[] Needed =
    [
        ("nonce_str", 32), ("body", 127), ("out_trade_no", 32), ("total_fee", 10),
        ("spbill_create_ip", 64), ("auth_code", 128),
    ];

    private static readonly (string Name, int Longest)[] Optional =
        [("device_info", 32), ("attach", 127), ("goods_tag", 32), ("fee_type", 16)];

    /// <summary>Charges a code.</summary>
    public OlderAnswer Charge(OlderRequest request, Identity identity)
    {
        if (Wrong(request) is { } wrong)
        {
            return OlderAnswer.Refused(new(
                StatusCodes.Status400BadRequest, "PARAM_ERROR", $"参数错误：{wrong}"));
        }

        var now = options.Time.GetUtcNow();
        var (trade, error) = desk.Charge(
            new()
            {
                Identity = identity,
                Product = Product.Code,
                OutTradeNo = request["out_trade_no"],
                Fen = Fen(request)!.Value,
                Subject = request["body"],
                Attach = request["attach"],
                NotifyUrl = string.Empty,
                OpenId = string.Empty,
                IsSubOpenId = false,
                DeviceId = request["device_info"],
                Expires = now + PayOrderRules.Life,
                Values = request.Order(),
            },
            request["auth_code"]);
        return trade is null ? OlderAnswer.Refused(error!)
            : trade.Paid is null ? OlderAnswer.Refused(Waiting)
            : OlderAnswer.Ok(Paid(trade));
    }

    /// <summary>Asks about an order.</summary>
    public OlderAnswer Query(OlderRequest request, Identity identity)
    {
        if (Find(request, identity) is not { } trade)
        {
            return OlderAnswer.Refused(ApiError.NoOrder);
        }

        var (code, words) = trade.WireState;
        return OlderAnswer.Ok(
        [
            .. trade.Paid is null
                ? [new("out_trade_no", trade.Order.OutTradeNo)]
                : Paid(trade),
            new("trade_state", code), new("trade_state_desc", words),
        ]);
    }

    /// <summary>Undoes a charge.</summary>
    public OlderAnswer Reverse(OlderRequest request, Identity identity, RequestFaults met)
    {
        if (met.Meets(Recall))
        {
            return OlderAnswer.Refused(ApiError.Busy) with { Fields = [new("recall", "Y")] };
        }

        var error = Find(request, identity) is { } trade
            ? book.Change(trade, (t, now) => TradeRules.Reverse(t, now, options)).Error
            : ApiError.NoOrder;
        return new(null, error)
        {
            Fields = [new("recall", error == ApiError.Busy ? "Y" : "N")],
        };
    }

    private static string? Wrong(OlderRequest request)
        => Needed.FirstOrDefault(f => request[f.Name].Length == 0
                || request[f.Name].Length > f.Longest).Name
            ?? Optional.FirstOrDefault(f => request[f.Name].Length > f.Longest).Name
            ?? (!TextRules.IsTradeNumber(request["out_trade_no"]) ? "out_trade_no"
                : Fen(request) is null ? "total_fee"
                : request["fee_type"] is not ("" or "CNY") ? "fee_type"
                : null);

    private static long? Fen(OlderRequest request)
        => long.TryParse(
            request["total_fee"], NumberStyles.None, CultureInfo.InvariantCulture, out var fen)
            && fen > 0
                ? fen
                : null;

    /// <summary>Our number wins over the merchant's.</summary>
    private Trade? Find(OlderRequest request, Identity identity)
        => request["transaction_id"] is { Length: > 0 } ours
            ? book.FindById(identity.Party, ours)
            : book.Find(identity.Party, request["out_trade_no"]);

    private static KeyValuePair<string, string>[] Paid(Trade trade)
        =>
        [
            new("openid", trade.Order.Payer),
            new("is_subscribe", "N"),
            new("trade_type", trade.TradeType),
            new("bank_type", "OTHERS"),
            new("total_fee", Text(trade.Order.Fen)),
            new("fee_type", "CNY"),
            new("cash_fee", Text(trade.PayerFen)),
            new("transaction_id", trade.TransactionId),
            new("out_trade_no", trade.Order.OutTradeNo),
            new("attach", trade.Order.Attach),
            new("time_end", BeijingTime.Format(trade.Paid!.Value, BeijingTime.Digits)),
        ];

    private static string Text(long fen) => fen.ToString(CultureInfo.InvariantCulture);
}
