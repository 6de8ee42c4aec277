using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Agreements;

/// <summary>A page where a payer could sign, and what became of it.</summary>
/// <param name="Order">What was asked for.</param>
internal sealed record Signing(SignOrder Order)
{
    /// <summary>The last digits of the one card of this world.</summary>
    public const string Last4CardNo = "0001";

    /// <summary>AgentSignNo; null while nobody has signed.</summary>
    public string? SignNo { get; init; }

    /// <summary>When the payer signed.</summary>
    public DateTimeOffset? Signed { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Whether the payer declined.</summary>
    public bool IsDeclined { get; init; }

    /// <summary>Whether debits are possible.</summary>
    public bool IsInForce(DateTimeOffset now)
        => Signed is not null && Ended is null && BeijingTime.DayOf(now) <= Order.ValidOn;

    /// <summary>The status in the words of every channel.</summary>
    public TradeState State
        => IsDeclined ? TradeState.Declined
            : Ended is not null ? TradeState.Refunded
            : Signed is not null ? TradeState.Paid
            : TradeState.Waiting;
}
