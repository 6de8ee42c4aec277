using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// <see cref="Methods.Precreate"/>: a code for the payer to scan. No trade exists until then.
/// </summary>
internal sealed class PrecreateTrade(
    TradeBook book, CheckoutBook<PayOrder> checkouts, bool refuseSpecialSubjects) : IGatewayMethod
{
    /// <inheritdoc/>
    public string Name => Methods.Precreate;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var (order, error) = PayOrderRules.Read(call, refuseSpecialSubjects);
        if (error is null)
        {
            (order, error) = PayTimeout.ApplyCode(order!, call.Content, call.Now);
        }

        if (error is null && book.Find(order!) is { } trade)
        {
            error = TradeRules.Refusal(trade, order!);
        }

        if (error is not null)
        {
            return MethodAnswer.Refused(error);
        }

        return checkouts.Open(order!) is { } checkout
            ? new AnswerFields()
                .Put("out_trade_no", order!.OutTradeNo)
                .Put("qr_code", call.Root + ScanPage.PathOf(checkout))
                .Success()
            : MethodAnswer.Refused(GatewayError.Busy);
    }
}
