using System.Collections.Immutable;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>One trade.</summary>
/// <param name="Order">What was ordered first.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Created">When.</param>
internal sealed record Trade(PayOrder Order, TradeStatus Status, DateTimeOffset Created)
{
    /// <summary>Our number, 28 digits; empty before it is paid.</summary>
    public string TransactionId { get; init; } = string.Empty;

    /// <summary>The identity of the notification of its payment.</summary>
    public string NotifyId { get; init; } = string.Empty;

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? Paid { get; init; }

    /// <summary>What the payer paid of it; the rest is WeChat Pay's.</summary>
    public long PayerFen { get; init; }

    /// <summary>When it was reversed.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>Refunds, oldest first.</summary>
    public ImmutableList<Refund> Refunds { get; init; } = [];

    /// <summary>What went back, or is about to.</summary>
    public long ReturnedFen
        => Refunds.Where(static r => r.Status is not RefundStatus.Closed).Sum(static r => r.Fen);

    /// <summary>The state in the words of every channel.</summary>
    public TradeState State => Status switch
    {
        TradeStatus.NotPaid or TradeStatus.UserPaying => TradeState.Waiting,
        TradeStatus.Paid => ReturnedFen == Order.Fen ? TradeState.Refunded : TradeState.Paid,
        TradeStatus.Failed => TradeState.Declined,
        TradeStatus.Revoked when Paid is not null => TradeState.Refunded,
        _ => TradeState.Closed,
    };

    /// <summary>The state as the wire spells it, and in words.</summary>
    public (string Code, string Words) WireState => Status switch
    {
        TradeStatus.NotPaid => ("NOTPAY", "订单未支付"),
        TradeStatus.UserPaying => ("USERPAYING", "需要用户输入支付密码"),
        TradeStatus.Paid => ReturnedFen > 0 ? ("REFUND", "订单发生过退款") : ("SUCCESS", "支付成功"),
        TradeStatus.Closed => ("CLOSED", "订单已关闭"),
        TradeStatus.Revoked => ("REVOKED", "订单已撤销"),
        _ => ("PAYERROR", "支付失败"),
    };

    /// <summary>How the wire calls the product.</summary>
    public string TradeType => Order.Product switch
    {
        Product.Native => "NATIVE",
        Product.H5 => "MWEB",
        Product.Jsapi => "JSAPI",
        Product.App => "APP",
        _ => "MICROPAY",
    };

    /// <summary>What the payer gets back of a refund: his share, rounded down.</summary>
    public long PayerShare(long fen)
        => Order.Fen == 0 ? 0 : (long)((Int128)fen * PayerFen / Order.Fen);

    /// <summary>The same trade as it stands at a moment.</summary>
    public Trade At(DateTimeOffset now)
    {
        var refunds = Refunds.Any(r => r.IsDue(now))
            ? Refunds.ConvertAll(r => r.At(now))
            : Refunds;
        return Status is TradeStatus.NotPaid && now >= Order.Expires
            ? this with { Status = TradeStatus.Closed }
            : this with { Refunds = refunds };
    }
}
