using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Answers questions about trades and closes them.</summary>
internal sealed class TradeAnswers(TradeBook book)
{
    private const string Zero = "0.00";

    /// <summary>
    /// Answers one of <see cref="Methods.Query"/> and <see cref="Methods.Close"/>.
    /// </summary>
    public TradeAnswer Answer(GatewayRequest request, AlipayApplication application)
    {
        if (BizContent.Parse(request["biz_content"]) is not { } content)
        {
            return TradeAnswer.Refused(GatewayError.Invalid("parameter", "参数无效：biz_content"));
        }

        var (ours, theirs) = (content["trade_no"], content["out_trade_no"]);
        if (WrongNumber(ours, theirs) is { } wrong)
        {
            return TradeAnswer.Refused(GatewayError.Field(wrong));
        }

        var isQuery = request["method"] is Methods.Query;
        return book.Find(application.SellerId, ours, theirs) is not { } trade
            ? Absent(theirs, isQuery)
            : isQuery ? Found(trade, content.Texts("query_options")) : Closed(trade);
    }

    private static string? WrongNumber(string ours, string theirs)
        => ours.Length + theirs.Length == 0 || theirs.Length > PayOrderRules.NumberMaximum
            ? "out_trade_no"
            : ours.Length > PayOrderRules.NumberMaximum ? "trade_no" : null;

    private static TradeAnswer Absent(string outTradeNo, bool isQuery)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (isQuery)
        {
            Put(fields, "buyer_pay_amount", Zero);
            Put(fields, "invoice_amount", Zero);
            Put(fields, "point_amount", Zero);
            Put(fields, "receipt_amount", Zero);
            Put(fields, "out_trade_no", outTradeNo);
        }

        return new(GatewayError.Business("TRADE_NOT_EXIST", "交易不存在"), fields);
    }

    private static TradeAnswer Found(Trade trade, IReadOnlyList<string> options)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var amount = Yuan.Format(trade.Order.Fen);
        var paid = trade.Paid is null ? Zero : amount;
        Put(fields, "trade_no", trade.TradeNo);
        Put(fields, "out_trade_no", trade.Order.OutTradeNo);
        Put(fields, "trade_status", trade.WireStatus);
        Put(fields, "total_amount", amount);
        Put(fields, "buyer_logon_id", Trade.BuyerLogon);
        Put(fields, "buyer_user_id", Trade.BuyerId);
        Put(fields, "buyer_pay_amount", paid);
        Put(fields, "invoice_amount", paid);
        Put(fields, "receipt_amount", paid);
        Put(fields, "point_amount", Zero);
        Put(fields, "subject", trade.Order.Subject);
        Put(fields, "body", trade.Order.Body);
        Put(fields, "passback_params", trade.Order.PassbackParams);
        Put(fields, "send_pay_date",
            trade.Paid is { } moment ? BeijingTime.Format(moment) : string.Empty);
        if (trade.Paid is not null && options.Contains("fund_bill_list", StringComparer.Ordinal))
        {
            fields["fund_bill_list"] =
                $$"""[{"amount":"{{amount}}","fund_channel":"ALIPAYACCOUNT"}]""";
        }

        return new(null, fields);
    }

    private static void Put(Dictionary<string, string> fields, string name, string value)
    {
        if (value.Length > 0)
        {
            fields[name] = JsonText.Quote(value);
        }
    }

    private TradeAnswer Closed(Trade known)
    {
        var move = book.Close(known);
        if (move.Error is { } error)
        {
            return TradeAnswer.Refused(error);
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Put(fields, "trade_no", known.TradeNo);
        Put(fields, "out_trade_no", known.Order.OutTradeNo);
        return new(null, fields);
    }
}
