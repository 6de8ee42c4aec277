using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>One line of a bill: a payment, or a refund of one.</summary>
/// <param name="At">When it was paid, or given back.</param>
/// <param name="Trade">The trade.</param>
/// <param name="Refund">The refund; null for the payment itself.</param>
internal sealed record BillRow(DateTimeOffset At, Trade Trade, Refund? Refund)
{
    /// <summary>A line of the bill of everything.</summary>
    public string Whole()
        => Line(
            Text(Time(At)), Text(Trade.TransactionId), Text(Trade.Order.OutTradeNo), Kind,
            Text(BankNumber), Refund is null ? "用户已支付" : "转入退款", Yuan.Format(Trade.Order.Fen),
            Text(Refund?.RefundId ?? "0"), Yuan.Format(Refund?.Fen ?? 0),
            Refund is null ? string.Empty : "退款成功", Remark);

    /// <summary>A line of the bill of payments.</summary>
    public string Payment()
        => Line(
            Text(Time(At)), Text(Trade.TransactionId), Text(Trade.Order.OutTradeNo), Kind,
            Text(BankNumber), Yuan.Format(Trade.Order.Fen), "用户已支付", Remark);

    /// <summary>A line of the bill of refunds.</summary>
    public string Repayment()
        => Line(
            Text(Time(Refund!.Asked)), Text(Time(At)), Text(Time(Trade.Paid!.Value)),
            Text(Trade.Order.OutTradeNo), Text(Trade.TransactionId), Kind, Text(BankNumber),
            Text(Refund.RefundId), "转入退款", Yuan.Format(Trade.Order.Fen),
            Yuan.Format(Refund.Fen), "退款成功", Remark);

    private string Kind => Trade.IsBalance ? "财付通余额" : "网银支付";

    private string BankNumber => Trade.IsBalance ? string.Empty : Trade.TransactionId[^10..];

    // A comma would part the cell; the real ones part by it too.
    private string Remark
        => Trade.Order.Subject.Length == 0
            ? " "
            : Text(Trade.Order.Subject.Replace(',', '，').Replace('\r', ' ').Replace('\n', ' '));

    private static string Line(params string[] cells) => string.Join(',', cells);

    private static string Text(string cell) => "`" + cell;

    private static string Time(DateTimeOffset moment) => BeijingTime.Format(moment);
}
