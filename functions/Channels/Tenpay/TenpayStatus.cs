using PayFunctions.Orders;

namespace PayFunctions.Channels.Tenpay;

/// <summary>What Tenpay's words about a trade mean. Every answer has a meaning here.</summary>
internal static class TenpayStatus
{
    /// <summary>Paid.</summary>
    public const string Paid = "0";

    /// <summary>The payer is still paying.</summary>
    public const string Paying = "1";

    /// <summary>Whether a trade_state is one of Tenpay's; all but 0 and 1 are of escrow trades.
    /// </summary>
    public static bool IsKnown(string state)
        => state is Paid or Paying or "2" or "4" or "5" or "6" or "7" or "8" or "9" or "10";

    /// <summary>What an answer to a query says.</summary>
    public static ChannelOutcome OfQuery(
        TenpayAnswer answer, TenpayAccount account, ChannelOrderNo number)
    {
        if (!answer.IsOk)
        {
            // A page payment has no trade until the payer has acted.
            return answer.Retcode is TenpayRetcode.TradeAbsent
                ? new Waiting("the trade has not begun")
                : new Unknown(TenpayRetcode.Describe(answer.Retcode));
        }

        if (!TenpayTrade.IsFor(account, answer.Text)
            || !string.Equals(
                answer.Text("out_trade_no"), number.ToString(), StringComparison.Ordinal))
        {
            return new Unknown("the answer is not about this trade");
        }

        return answer.Text("trade_state") switch
        {
            Paid => OfPaid(answer, account),
            Paying when answer.Text("trade_mode") is "1" => new Waiting("the payer is paying"),
            null => new Unknown("the answer has no trade_state"),
            var state when IsKnown(state) => new Unknown(
                $"trade_state {state} is of an escrow trade: we open none"),
            _ => new Unknown("the answer has no known trade_state"),
        };
    }

    private static ChannelOutcome OfPaid(TenpayAnswer answer, TenpayAccount account)
        => TenpayTrade.TryRead(account, answer.Text, out var trade) is { } fault
            ? new Unknown($"paid, but the answer cannot be used: {fault}")
            : new Succeeded(trade.Total, trade.ChannelTradeNo, trade.PaidAt);
}
