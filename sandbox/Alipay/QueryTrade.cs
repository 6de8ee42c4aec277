using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary><see cref="Methods.Query"/>: what became of a trade.</summary>
internal sealed class QueryTrade(TradeBook book) : IGatewayMethod
{
    /// <inheritdoc/>
    public string Name => Methods.Query;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var (trade, error) = TradeSearch.Find(book, call);
        return error is not null ? MethodAnswer.Refused(error)
            : trade is null ? Absent(call.Content["out_trade_no"])
            : Found(trade, call.Content.Texts("query_options"));
    }

    private static MethodAnswer Absent(string outTradeNo)
        => new AnswerFields()
            .PutPaid(AnswerFields.Zero)
            .Put("out_trade_no", outTradeNo)
            .Failure(GatewayError.NoTrade);

    private static MethodAnswer Found(Trade trade, IReadOnlyList<string> options)
    {
        var order = trade.Order;
        var amount = Yuan.Format(order.Fen);
        var fields = new AnswerFields()
            .Put("trade_no", trade.TradeNo)
            .Put("out_trade_no", order.OutTradeNo)
            .Put("trade_status", trade.WireStatus)
            .Put("total_amount", amount)
            .PutBuyer()
            .PutPaid(trade.Paid is null ? AnswerFields.Zero : amount)
            .Put("subject", order.Subject)
            .Put("body", order.Body)
            .Put("passback_params", order.PassbackParams)
            .Put("store_id", order.StoreId)
            .Put("store_name", order.StoreName)
            .Put("terminal_id", order.TerminalId)
            .Put("send_pay_date",
                trade.Paid is { } moment ? BeijingTime.Format(moment) : string.Empty);
        if (trade.Paid is not null && options.Contains("fund_bill_list", StringComparer.Ordinal))
        {
            fields.PutFunds("fund_bill_list", amount);
        }

        return fields.Success();
    }
}
