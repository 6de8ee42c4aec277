using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary><see cref="Methods.QueryRefund"/>: what became of a refund.</summary>
internal sealed class QueryRefund(TradeBook book) : IGatewayMethod
{
    /// <inheritdoc/>
    public string Name => Methods.QueryRefund;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var number = call.Content["out_request_no"];
        var (trade, error) = TradeSearch.Need(book, call);
        error ??= number.Length is 0 or > OrderFieldRules.NumberMaximum
            ? GatewayError.Field("out_request_no")
            : null;
        return error is not null
            ? MethodAnswer.Refused(error)
            : Found(trade!, number, call.Content.Texts("query_options"));
    }

    /// <summary>A number that no refund has is a success without fields.</summary>
    private static MethodAnswer Found(Trade trade, string number, IReadOnlyList<string> options)
    {
        var fields = new AnswerFields();
        var refund = trade.Refunds.FirstOrDefault(
            r => string.Equals(r.OutRequestNo, number, StringComparison.Ordinal));
        if (refund is null)
        {
            return fields.Success();
        }

        var amount = Yuan.Format(refund.Fen);
        fields
            .Put("trade_no", trade.TradeNo)
            .Put("out_trade_no", trade.Order.OutTradeNo)
            .Put("out_request_no", number)
            .Put("total_amount", Yuan.Format(trade.Order.Fen))
            .Put("refund_amount", amount)
            .Put("refund_status", "REFUND_SUCCESS")
            .Put("refund_reason", refund.Reason);
        if (options.Contains("gmt_refund_pay", StringComparer.Ordinal))
        {
            fields.Put("gmt_refund_pay", BeijingTime.Format(refund.At));
        }

        if (options.Contains("refund_detail_item_list", StringComparer.Ordinal))
        {
            fields.PutFunds("refund_detail_item_list", amount).Put("send_back_fee", amount);
        }

        return fields.Success();
    }
}
