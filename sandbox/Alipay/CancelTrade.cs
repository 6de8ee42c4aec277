namespace PayFunctions.Sandbox.Alipay;

/// <summary><see cref="Methods.Cancel"/>: undoes a trade whose result is unknown.</summary>
/// <param name="book">The trades.</param>
/// <param name="payer">Tells the merchant.</param>
/// <param name="repeatsAction">
/// Whether a repeated cancel names the action of the first one; the documents do not say.
/// </param>
internal sealed class CancelTrade(TradeBook book, Payer payer, bool repeatsAction) : IGatewayMethod
{
    /// <summary>The fault of a cancel that shall be repeated: <c>retry_flag</c> is Y.</summary>
    public const string Retry = "cancel_retry";

    /// <inheritdoc/>
    public string Name => Methods.Cancel;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var (trade, error) = TradeSearch.Find(book, call);
        if (error is not null)
        {
            return MethodAnswer.Refused(error);
        }

        if (call.Met.Take(Retry) is { } fault)
        {
            _ = fault.Done && trade is not null ? Cancel(trade) : null;
            return Fields(call, trade, retry: "Y").Success();
        }

        if (trade is null)
        {
            return Fields(call, trade, retry: "N").Success();
        }

        if (trade.Paid is not null && call.Met.Meets(RefundTrade.NoMoney))
        {
            return MethodAnswer.Refused(RefundTrade.SellerIsShort);
        }

        var move = Cancel(trade);
        return move.Error is { } refusal
            ? MethodAnswer.Refused(refusal)
            : Done(Fields(call, trade, retry: "N"), move).Success();
    }

    private static AnswerFields Fields(MethodCall call, Trade? trade, string retry)
        => new AnswerFields()
            .Put("out_trade_no", trade?.Order.OutTradeNo ?? call.Content["out_trade_no"])
            .Put("retry_flag", retry);

    private TradeMove Cancel(Trade trade)
    {
        var move = book.Change(trade, TradeRules.Cancel);
        if (move is { Moved: true, Trade: { } cancelled })
        {
            payer.TellEnded(cancelled);
        }

        return move;
    }

    private AnswerFields Done(AnswerFields fields, TradeMove move)
        => move.Trade is { } trade && (move.Moved || repeatsAction)
            ? fields
                .Put("trade_no", trade.TradeNo)
                .Put("action", trade.Paid is null ? "close" : "refund")
            : fields;
}
