using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>Whether money may go back, and what a cancel does.</summary>
internal static class RefundRules
{
    /// <summary>The most refunds of one order.</summary>
    public const int Maximum = 100;

    /// <summary>A refund of a paid order.</summary>
    public static (Trade Trade, Refund? Refund, Refusal? Error) Refund(
        Trade trade, Wanted wanted, string number, DateTimeOffset now, TimeSpan takes)
    {
        if (Known(trade, wanted.Number, isCancel: false) is { } known)
        {
            return known.Fen == wanted.Fen
                ? (trade, known, null)
                : (trade, null, Refusal.Refund("R001", "退款单号重复"));
        }

        return Fault(trade, wanted.Fen) is { } error
            ? (trade, null, error)
            : Add(trade, new Refund(
                wanted.Number, number, wanted.Fen, wanted.Reason, IsCancel: false, now + takes,
                wanted.NotifyUrl));
    }

    /// <summary>
    /// A cancel, on the day of the payment alone: an unpaid order ends, a paid one's money goes
    /// back. Repeated under its number it is the same cancel.
    /// </summary>
    public static (Trade Trade, Refund? Refund, Refusal? Error) Cancel(
        Trade trade, string merchantNo, string reason, string number, DateTimeOffset now,
        TimeSpan takes)
    {
        if (Known(trade, merchantNo, isCancel: true) is { } known)
        {
            return (trade, known, null);
        }

        if (BeijingTime.Midnight(trade.Paid ?? trade.Created) <= now)
        {
            return (trade, null, Refusal.Refund("R024", "只能撤销当天的交易"));
        }

        var fen = trade.Status is TradeState.Paid ? trade.Order.Fen : 0;
        var ended = trade.Status is TradeState.Waiting
            ? trade with { Status = TradeState.Closed }
            : trade;
        return trade.Refunds.Count > 0
            ? (trade, null, Refusal.Refund("R025", "交易已退款或已撤销"))
            : fen > 0 && Fault(trade, fen) is { } error ? (trade, null, error)
            : Add(ended, new Refund(
                merchantNo, number, fen, reason, IsCancel: true, now + takes));
    }

    private static (Trade Trade, Refund? Refund, Refusal? Error) Add(Trade trade, Refund refund)
        => (trade with { Refunds = trade.Refunds.Add(refund) }, refund, null);

    private static Refund? Known(Trade trade, string number, bool isCancel)
        => trade.Refunds.FirstOrDefault(r => r.IsCancel == isCancel
            && string.Equals(r.MerchantNo, number, StringComparison.Ordinal));

    private static Refusal? Fault(Trade trade, long fen)
        => !trade.Order.Application.MayRefund ? Refusal.Refund("R021", "不在退款白名单")
            : trade.Status is not TradeState.Paid ? Refusal.Refund("R025", "交易状态不允许退款")
            : fen > trade.Order.Fen ? Refusal.Refund("R023", "退款金额超限")
            : trade.Returned + fen > trade.Order.Fen ? Refusal.Refund("R027", "累计退款金额超限")
            : trade.Refunds.Count == Maximum ? Refusal.Refund("R026", "退款次数超限")
            : null;
}

/// <summary>A refund that is asked for.</summary>
/// <param name="Number">The merchant's number.</param>
/// <param name="Fen">How much.</param>
/// <param name="Funcode">By what function.</param>
/// <param name="Reason">Why.</param>
/// <param name="NotifyUrl">Where profile A is told; empty for nowhere.</param>
internal sealed record Wanted(
    string Number, long Fen, string Funcode, string Reason, string NotifyUrl = "");
