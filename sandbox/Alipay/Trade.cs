using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>One trade.</summary>
/// <param name="TradeNo">Our number, 28 digits.</param>
/// <param name="NotifyId">The identity of this trade's notification, through all retries.</param>
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

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>The status in the words of every channel.</summary>
    public TradeState State => Status switch
    {
        TradeStatus.Waiting => TradeState.Waiting,
        TradeStatus.Success => TradeState.Paid,
        _ => TradeState.Closed,
    };

    /// <summary>The status as the wire spells it.</summary>
    public string WireStatus => Status switch
    {
        TradeStatus.Waiting => "WAIT_BUYER_PAY",
        TradeStatus.Success => "TRADE_SUCCESS",
        _ => "TRADE_CLOSED",
    };

    /// <summary>The same trade, closed if its time is over.</summary>
    public Trade At(DateTimeOffset now)
        => Status is TradeStatus.Waiting && now >= Expires
            ? this with { Status = TradeStatus.Closed, Closed = Expires }
            : this;
}
