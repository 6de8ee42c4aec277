namespace PayFunctions.Sandbox.Alipay;

/// <summary><see cref="Methods.Close"/>: lets an unpaid trade be paid no more.</summary>
internal sealed class CloseTrade(TradeBook book, Payer payer) : IGatewayMethod
{
    /// <inheritdoc/>
    public string Name => Methods.Close;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var (known, error) = TradeSearch.Need(book, call);
        var move = known is null ? new(null, error, false) : book.Change(known, TradeRules.Close);
        if (move is not { Error: null, Trade: { } trade })
        {
            return MethodAnswer.Refused(move.Error ?? GatewayError.NoTrade);
        }

        payer.TellEnded(trade);
        return new AnswerFields()
            .Put("trade_no", trade.TradeNo)
            .Put("out_trade_no", trade.Order.OutTradeNo)
            .Success();
    }
}
