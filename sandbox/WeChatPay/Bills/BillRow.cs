using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>A row of a trade bill: a payment, a refund, or a reverse.</summary>
/// <param name="Trade">What was paid.</param>
/// <param name="At">When it was paid, asked back or reversed.</param>
/// <param name="State">SUCCESS, REFUND or REVOKED.</param>
internal sealed record BillRow(Trade Trade, DateTimeOffset At, string State)
{
    /// <summary>The refund; null for the others.</summary>
    public Refund? Refund { get; init; }

    /// <summary>Whether money came in.</summary>
    public bool IsPayment => State is "SUCCESS";

    /// <summary>What the payer paid, in fen; zero where money went back.</summary>
    public long SettledFen => IsPayment ? Trade.PayerFen : 0;

    /// <summary>The order's amount; zero where money went back.</summary>
    public long OrderFen => IsPayment ? Trade.Order.Fen : 0;

    /// <summary>What was to go back of the order.</summary>
    public long AskedFen => IsPayment ? 0 : Refund?.Fen ?? Trade.Order.Fen;

    /// <summary>What went back to the payer.</summary>
    public long ReturnedFen => IsPayment ? 0 : Trade.PayerShare(AskedFen);

    /// <summary>The rows of a day, payments first.</summary>
    public static IReadOnlyList<BillRow> Of(
        IEnumerable<Trade> trades, Func<DateTimeOffset, bool> isOfDay, BillKind kind)
        =>
        [
            .. trades.SelectMany(static t => All(t))
                .Where(r => isOfDay(r.At) && IsOf(kind, r))
                .OrderBy(static r => r.IsPayment ? 0 : 1).ThenBy(static r => r.At),
        ];

    /// <summary>The service fee in fen, rounded to the nearest; below zero where it went back.
    /// </summary>
    public long FeeFen(long perTenThousand)
        => IsPayment
            ? Rounded(SettledFen * perTenThousand)
            : -Rounded(ReturnedFen * perTenThousand);

    /// <summary>A column's value.</summary>
    public string Value(string column, long perTenThousand)
    {
        var order = Trade.Order;
        return column switch
        {
            "交易时间" => BeijingTime.Format(At),
            "公众账号ID" => order.Identity.AppId,
            "商户号" => order.Party.MchId,
            "特约商户号" => order.Party.SubMchId ?? "0",
            "设备号" => order.DeviceId,
            "微信订单号" => Trade.TransactionId,
            "商户订单号" => order.OutTradeNo,
            "用户标识" => order.Payer,
            "交易类型" => Trade.TradeType,
            "交易状态" => State,
            "付款银行" => "OTHERS",
            "货币种类" => "CNY",
            "应结订单金额" => Yuan.Format(SettledFen),
            "商品名称" => Escaped(order.Subject),
            "商户数据包" => Escaped(order.Attach),
            "手续费" => Yuan.Format(FeeFen(perTenThousand)) + "000",
            "费率" => $"{Yuan.Format(perTenThousand)}%",
            "订单金额" => Yuan.Format(OrderFen),
            "申请退款金额" => Yuan.Format(AskedFen),
            "退款金额" => Yuan.Format(ReturnedFen),
            "代金券金额" or "充值券退款金额" => Yuan.Format(0),
            _ => OfRefund(column),
        };
    }

    private static IEnumerable<BillRow> All(Trade trade)
    {
        if (trade.Paid is not { } paid)
        {
            return [];
        }

        return
        [
            new(trade, paid, "SUCCESS"),
            .. trade.Refunds.Select(r => new BillRow(trade, r.Asked, "REFUND") { Refund = r }),
            .. trade.Revoked is { } revoked ? [new BillRow(trade, revoked, "REVOKED")]
                : (BillRow[])[],
        ];
    }

    private static bool IsOf(BillKind kind, BillRow row)
        => kind switch
        {
            BillKind.Success => row.IsPayment,
            BillKind.Refund => row.Refund is not null,
            _ => true,
        };

    private static long Rounded(long parts) => (parts + 5_000) / 10_000;

    private static string Escaped(string text)
        => text.Replace(",", "\\ ", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);

    private string OfRefund(string column)
        => column switch
        {
            "微信退款单号" => Refund?.RefundId ?? "0",
            "商户退款单号" => Refund?.OutRefundNo ?? "0",
            "退款类型" => IsPayment ? string.Empty : "ORIGINAL",
            "退款状态" => Refund?.WireStatus ?? (IsPayment ? string.Empty : "SUCCESS"),
            "退款申请时间" => Refund is { } r ? BeijingTime.Format(r.Asked) : string.Empty,
            "退款成功时间" => Refund?.Succeeded is { } s ? BeijingTime.Format(s) : string.Empty,
            _ => string.Empty,
        };
}
