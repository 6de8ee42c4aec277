using System.Collections.Immutable;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>One trade. It exists from the payer's first act.</summary>
/// <param name="TransactionId">Our number: merchant, day, ten digits.</param>
/// <param name="Order">What was ordered.</param>
/// <param name="Created">The payer's first act.</param>
internal sealed record Trade(string TransactionId, PayOrder Order, DateTimeOffset Created)
{
    /// <summary>The one payer of this world.</summary>
    public const string BuyerAlias = "6f1e1c2b";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(183);

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? Paid { get; init; }

    /// <summary>When it ended unpaid.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>What a coupon paid of it, in fen.</summary>
    public long Discount { get; init; }

    /// <summary>The identity of its notification; empty until it is paid.</summary>
    public string NotifyId { get; init; } = string.Empty;

    /// <summary>The refunds, oldest first.</summary>
    public ImmutableArray<Refund> Refunds { get; init; } = [];

    /// <summary>What went back, or may, in fen.</summary>
    public long Refunded => Refunds.Where(static r => !r.IsFailed).Sum(static r => r.Fen);

    /// <summary>The state in the words of every channel.</summary>
    public TradeState State
        => Closed is not null ? TradeState.Closed
            : Paid is null ? TradeState.Waiting
            : Refunds.Where(static r => r.IsDone).Sum(static r => r.Fen) == Order.Fen
                ? TradeState.Refunded
            : TradeState.Paid;

    /// <summary>The state as the wire says it: 0 for paid, 1 for a payer who still pays.</summary>
    public string WireState => Paid is null ? "1" : "0";

    /// <summary>Whether it was paid at the cashier, and not at a bank of its own.</summary>
    public bool IsBalance => Order.BankType is "DEFAULT";

    /// <summary>The same trade, ended if its time is over.</summary>
    public Trade At(DateTimeOffset now)
        => Paid is null && Closed is null && Order.Deadline <= now
            ? this with { Closed = Order.Deadline }
            : this;

    /// <summary>Whether a question finds it: not what ended unpaid, not what is too old.</summary>
    public bool IsFound(DateTimeOffset now) => Closed is null && now - Created < Remembered;
}
