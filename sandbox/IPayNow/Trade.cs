using System.Collections.Immutable;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>One order at ipaynow.</summary>
/// <param name="Order">What was ordered.</param>
/// <param name="Number">nowPayOrderNo.</param>
/// <param name="Created">When.</param>
internal sealed record Trade(PayOrder Order, string Number, DateTimeOffset Created)
{
    /// <summary>Where it stands, money that went back aside.</summary>
    public TradeState Status { get; init; } = TradeState.Waiting;

    /// <summary>The way it was, or will be, paid.</summary>
    public required string Channel { get; init; }

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? Paid { get; init; }

    /// <summary>The number at the payer's bank or wallet; 28 digits.</summary>
    public string ChannelOrderNo { get; init; } = string.Empty;

    /// <summary>Refunds and cancels, oldest first.</summary>
    public ImmutableList<Refund> Refunds { get; init; } = [];

    /// <summary>What went back, or is about to.</summary>
    public long Returned => Refunds.Sum(static r => r.Fen);

    /// <summary>The state in the words of every channel.</summary>
    public TradeState State
        => Status is TradeState.Paid && Returned == Order.Fen ? TradeState.Refunded : Status;

    /// <summary>
    /// The state as the wire spells it. Profile A knows no closed order; it has failed.
    /// </summary>
    public string WireStatus => Status switch
    {
        TradeState.Paid => "A001",
        TradeState.Declined => "A002",
        TradeState.Closed => Order.IsVersioned ? "A006" : "A002",
        _ => "A004",
    };

    /// <summary>The same trade, closed if its time is over.</summary>
    public Trade At(DateTimeOffset now)
        => Status is TradeState.Waiting && now >= Order.Expires
            ? this with { Status = TradeState.Closed }
            : this;
}

/// <summary>Money that goes back, or a cancel.</summary>
/// <param name="MerchantNo">mhtRefundNo, or profile A's refundOrderNo.</param>
/// <param name="Number">nowPayOrderNo of its own.</param>
/// <param name="Fen">How much; nothing for the cancel of an unpaid order.</param>
/// <param name="Reason">As it was given.</param>
/// <param name="IsCancel">Whether it is R002.</param>
/// <param name="Done">When it is done.</param>
/// <param name="NotifyUrl">Where profile A is told; empty for nowhere.</param>
internal sealed record Refund(
    string MerchantNo,
    string Number,
    long Fen,
    string Reason,
    bool IsCancel,
    DateTimeOffset Done,
    string NotifyUrl = "")
{
    /// <summary>How far it is.</summary>
    public RefundState StateAt(DateTimeOffset now)
        => now >= Done ? RefundState.Success : RefundState.Processing;
}
