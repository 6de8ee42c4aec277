using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>One trade.</summary>
/// <param name="TradeNo">Our number, 28 digits.</param>
/// <param name="NotifyId">
/// The identity of the notification about what happened last, through all retries.
/// </param>
/// <param name="Order">What was ordered.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Created">The payer's first act.</param>
/// <param name="Expires">When it closes unpaid.</param>
internal sealed record Trade(
    string TradeNo,
    string NotifyId,
    PayOrder Order,
    TradeStatus Status,
    DateTimeOffset Created,
    DateTimeOffset Expires)
{
    /// <summary>The one buyer of this world.</summary>
    public const string BuyerId = "2088101117955611";

    /// <summary>The buyer's login, masked.</summary>
    public const string BuyerLogon = "159****5620";

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? Paid { get; init; }

    /// <summary>When it can be refunded no more.</summary>
    public DateTimeOffset? Finishes { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>What was given back, oldest first.</summary>
    public IReadOnlyList<TradeRefund> Refunds { get; init; } = [];

    /// <summary>All that was given back, in fen.</summary>
    public long RefundedFen => Refunds.Sum(static r => r.Fen);

    /// <summary>The status in the words of every channel.</summary>
    public TradeState State => Status switch
    {
        TradeStatus.Waiting => TradeState.Waiting,
        TradeStatus.Success or TradeStatus.Finished => TradeState.Paid,
        _ => Paid is null ? TradeState.Closed : TradeState.Refunded,
    };

    /// <summary>The status as the wire spells it.</summary>
    public string WireStatus => Status switch
    {
        TradeStatus.Waiting => "WAIT_BUYER_PAY",
        TradeStatus.Success => "TRADE_SUCCESS",
        TradeStatus.Finished => "TRADE_FINISHED",
        _ => "TRADE_CLOSED",
    };

    /// <summary>The same trade, closed or finished if its time is over.</summary>
    public Trade At(DateTimeOffset now)
        => Status is TradeStatus.Waiting && now >= Expires
                ? this with { Status = TradeStatus.Closed, Closed = Expires }
            : Status is TradeStatus.Success && now >= Finishes
                ? this with { Status = TradeStatus.Finished }
            : this;
}

/// <summary>Money given back.</summary>
/// <param name="OutRequestNo">The merchant's number for it, unique within the trade.</param>
/// <param name="Fen">How much.</param>
/// <param name="Reason">The merchant's words; empty for none.</param>
/// <param name="At">When.</param>
internal sealed record TradeRefund(
    string OutRequestNo, long Fen, string Reason, DateTimeOffset At);
