using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>
/// Takes refunds (T001, R001) and cancels (R002), and answers questions about them (Q001, Q002).
/// The same number for the same is the same, again and again.
/// </summary>
internal sealed class RefundDesk(IPayNowSimulatorOptions options, TradeBook book, Payer payer)
{
    private const string Done = "成功";

    private static readonly (string Name, Func<string, bool> Rule)[] OldRules =
    [
        ("refundOrderNo", static t => FieldRules.IsLong(t, 1, 40)),
        ("mhtOrderType", FieldRules.OneOf("04")),
        ("mhtCurrencyType", FieldRules.OneOf("156")),
        ("mhtOrderAmt", static t => FieldRules.Fen(t) is not null),
        ("mhtRefundAmt", static t => FieldRules.Fen(t) is not null),
        ("mhtOrderStartTime", static t => FieldRules.IsDigits(t, 14, 14)),
        ("notifyUrl", FieldRules.IsAddress),
        ("mhtCharset", FieldRules.OneOf("UTF-8")),
        ("deviceType", FieldRules.OneOf("02", "06", "0600")),
        ("mhtSignType", FieldRules.OneOf("MD5")),
    ];

    private static readonly (string Name, Func<string, bool> Rule)[] NewRules =
    [
        ("mhtRefundNo", static t => FieldRules.IsLong(t, 1, 40)),
        ("mhtCharset", FieldRules.OneOf("UTF-8")),
        ("signType", FieldRules.OneOf("MD5")),
    ];

    /// <summary>The answer to one of the five.</summary>
    public List<KeyValuePair<string, string>> Answer(GatewayRequest request, DateTimeOffset now)
        => request.Funcode switch
        {
            "T001" => FieldRules.First(request, OldRules) is { } wrong
                ? WireAnswers.Refused(request, wrong, now)
                : OldRefund(request, now),
            _ when FieldRules.First(request, NewRules) is { } wrong
                => WireAnswers.Refused(request, wrong, now),
            "R001" => Refund(request, now),
            "R002" => Cancel(request, now),
            _ => Query(request, now),
        };

    private List<KeyValuePair<string, string>> OldRefund(
        GatewayRequest request, DateTimeOffset now)
    {
        var wanted = new Wanted(
            request["refundOrderNo"], FieldRules.Fen(request["mhtRefundAmt"])!.Value, "T001",
            string.Empty, request["notifyUrl"]);
        var (trade, refund, error, isNew) = Take(request, wanted);
        if (refund is null)
        {
            return [.. WireAnswers.Refused(request, error! with { Code = "A002" }, now)
                .Append(new("transStatus", error.Code is ['R', ..] code ? code : "R001"))];
        }

        if (isNew)
        {
            payer.Tell(trade!, refund);
        }

        return WireAnswers.Fields(request, "A001", Done, now,
        [
            new("appId", request["appId"]),
            new("deviceType", request["deviceType"]),
            new("funcode", "T001"),
            new("mhtCharset", "UTF-8"),
            new("mhtCurrencyType", "156"),
            new("mhtOrderAmt", request["mhtOrderAmt"]),
            new("mhtOrderType", "04"),
            new("mhtRefundAmt", request["mhtRefundAmt"]),
            new("payChannelType", trade!.Channel),
            new("refundOrderNo", refund.MerchantNo),
            new("transStatus", refund.StateAt(now) is RefundState.Success ? "R010" : "R000"),
        ]);
    }

    private List<KeyValuePair<string, string>> Refund(GatewayRequest request, DateTimeOffset now)
    {
        if (FieldRules.Fen(request["amount"]) is not { } fen)
        {
            return WireAnswers.Refused(request, Refusal.Field("amount"), now);
        }

        var (_, refund, error, _) = Take(
            request, new Wanted(request["mhtRefundNo"], fen, "R001", request["reason"]));
        return Said(request, refund, error, now);
    }

    private List<KeyValuePair<string, string>> Cancel(GatewayRequest request, DateTimeOffset now)
    {
        var (_, refund, error) = book.Refund(
            request["appId"], request["mhtOrderNo"],
            (trade, moment) => RefundRules.Cancel(
                trade, request["mhtRefundNo"], request["reason"],
                book.NumberOf("R002", moment), moment, options.RefundTime));
        return Said(request, refund, error, now);
    }

    private List<KeyValuePair<string, string>> Query(GatewayRequest request, DateTimeOffset now)
    {
        var found = book.FindRefund(
            request["appId"], request["mhtRefundNo"], request.Funcode is "Q002");
        return found is { Refund: var refund }
            ? WireAnswers.Fields(request, "R000", Done, now,
            [
                new("amount", string.Empty),
                new("appId", request["appId"]),
                new("funcode", request.Funcode),
                new("mhtCharset", "UTF-8"),
                new("mhtOrderNo", string.Empty),
                new("mhtRefundNo", refund.MerchantNo),
                new("nowPayOrderNo", refund.Number),
                new("reason", string.Empty),
                new("tradeStatus", refund.StateAt(now) is RefundState.Success ? "A001" : "A004"),
            ])
            : WireAnswers.Refused(request, Refusal.NoRefund, now);
    }

    private (Trade? Trade, Refund? Refund, Refusal? Error, bool IsNew) Take(
        GatewayRequest request, Wanted wanted)
    {
        var isNew = false;
        var (trade, refund, error) = book.Refund(
            request["appId"], request["mhtOrderNo"],
            (known, moment) =>
            {
                var decided = RefundRules.Refund(
                    known, wanted, book.NumberOf(wanted.Funcode, moment), moment,
                    options.RefundTime);
                isNew = decided.Trade != known;
                return decided;
            });
        return (trade, refund, error, isNew);
    }

    private static List<KeyValuePair<string, string>> Said(
        GatewayRequest request, Refund? refund, Refusal? error, DateTimeOffset now)
        => refund is null
            ? WireAnswers.Refused(request, error!, now)
            : WireAnswers.Fields(request, "R000", Done, now,
            [
                new("amount", request["amount"]),
                new("appId", request["appId"]),
                new("funcode", request.Funcode),
                new("mhtCharset", "UTF-8"),
                new("mhtOrderNo", request["mhtOrderNo"]),
                new("mhtRefundNo", refund.MerchantNo),
                new("nowPayOrderNo", refund.Number),
                new("reason", refund.Reason),
                new("tradeStatus", "A004"),
            ]);
}
