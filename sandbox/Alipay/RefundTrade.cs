using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary><see cref="Methods.Refund"/>: gives money back, whole or in parts.</summary>
internal sealed class RefundTrade(TradeBook book, Payer payer) : IGatewayMethod
{
    /// <summary>The fault of a seller whose balance does not suffice.</summary>
    public const string NoMoney = "seller_balance_not_enough";

    private const int ReasonMaximum = 256;

    /// <summary>The refusal of <see cref="NoMoney"/>.</summary>
    public static GatewayError SellerIsShort { get; } =
        GatewayError.Business("SELLER_BALANCE_NOT_ENOUGH", "卖家余额不足");

    /// <inheritdoc/>
    public string Name => Methods.Refund;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var (known, error) = TradeSearch.Need(book, call);
        error ??= Wrong(call.Content, known!) is { } wrong ? GatewayError.Field(wrong)
            : call.Met.Meets(NoMoney) ? SellerIsShort
            : null;
        if (error is not null)
        {
            return MethodAnswer.Refused(error);
        }

        var move = book.Change(
            known!, (trade, now) => TradeRules.Refund(trade, Wanted(call.Content, trade, now)));
        if (move is not { Error: null, Trade: { } refunded })
        {
            return MethodAnswer.Refused(move.Error ?? GatewayError.NoTrade);
        }

        if (move.Moved)
        {
            payer.Tell(refunded);
        }

        return Done(call.Content, refunded, move.Moved);
    }

    /// <summary>Only the refund of everything may go without a number of its own.</summary>
    private static string? Wrong(BizContent content, Trade trade)
        => OrderFieldRules.Amount(content, "refund_amount") is not { } fen ? "refund_amount"
            : content["out_request_no"].Length > OrderFieldRules.NumberMaximum ? "out_request_no"
            : content["out_request_no"].Length == 0 && fen != trade.Order.Fen ? "out_request_no"
            : content["refund_reason"].Length > ReasonMaximum ? "refund_reason"
            : null;

    private static TradeRefund Wanted(BizContent content, Trade trade, DateTimeOffset now)
        => new(
            NumberOf(content, trade),
            OrderFieldRules.Amount(content, "refund_amount") ?? 0,
            content["refund_reason"],
            now);

    private static string NumberOf(BizContent content, Trade trade)
        => content["out_request_no"] is { Length: > 0 } number ? number : trade.Order.OutTradeNo;

    private static MethodAnswer Done(BizContent content, Trade trade, bool moved)
    {
        var fields = new AnswerFields()
            .Put("trade_no", trade.TradeNo)
            .Put("out_trade_no", trade.Order.OutTradeNo)
            .PutBuyer()
            .Put("store_name", trade.Order.StoreName)
            .Put("fund_change", moved ? "Y" : "N")
            .Put("refund_fee", Yuan.Format(trade.RefundedFen));
        var asked = content.Texts("query_options")
            .Contains("refund_detail_item_list", StringComparer.Ordinal);
        if (asked && moved)
        {
            var amount = Yuan.Format(trade.Refunds[^1].Fen);
            fields.PutFunds("refund_detail_item_list", amount).Put("send_back_fee", amount);
        }

        return fields.Success();
    }
}
