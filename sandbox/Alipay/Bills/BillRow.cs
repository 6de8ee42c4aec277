namespace PayFunctions.Sandbox.Alipay;

/// <summary>A payment or a refund in a bill.</summary>
/// <param name="Order">What was paid or refunded.</param>
/// <param name="TradeNo">The trade's number.</param>
/// <param name="IsRefund">Which of the two it is.</param>
/// <param name="Created">When it began.</param>
/// <param name="Completed">When the money moved.</param>
/// <param name="Fen">What the seller got; below zero what the seller gave back.</param>
/// <param name="FeeFen">The service fee: below zero on payments.</param>
/// <param name="RequestNo">The refund's number; empty for payments.</param>
/// <param name="Remark">The refund's reason; empty for payments.</param>
internal sealed record BillRow(
    PayOrder Order,
    string TradeNo,
    bool IsRefund,
    DateTimeOffset Created,
    DateTimeOffset Completed,
    long Fen,
    long FeeFen,
    string RequestNo,
    string Remark)
{
    /// <summary>The rows of a day, in the order in which money moved.</summary>
    public static IReadOnlyList<BillRow> Of(
        IEnumerable<Trade> trades, BillDay day, long feePerTenThousand)
        =>
        [
            .. trades
                .Where(t => string.Equals(
                    t.Order.Merchant.SellerId, day.SellerId, StringComparison.Ordinal))
                .SelectMany(t => Of(t, feePerTenThousand))
                .Where(r => day.Has(r.Completed))
                .OrderBy(static r => r.Completed),
        ];

    private static IEnumerable<BillRow> Of(Trade trade, long feePerTenThousand)
    {
        if (trade.Paid is { } paid)
        {
            yield return new(
                trade.Order, trade.TradeNo, false, trade.Created, paid, trade.Order.Fen,
                -Fee(trade.Order.Fen, feePerTenThousand), string.Empty, string.Empty);
        }

        foreach (var refund in trade.Refunds)
        {
            yield return new(
                trade.Order, trade.TradeNo, true, refund.At, refund.At, -refund.Fen,
                Fee(refund.Fen, feePerTenThousand), refund.OutRequestNo,
                refund.Reason.Length > 0 ? refund.Reason : "退款");
        }
    }

    /// <summary>Rounded to the nearest fen.</summary>
    private static long Fee(long fen, long perTenThousand)
        => ((fen * perTenThousand) + 5_000) / 10_000;
}
