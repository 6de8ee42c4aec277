using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary>What became of a page where a payer could agree.</summary>
/// <param name="AgreementNo">Our number.</param>
/// <param name="Order">What was asked for.</param>
/// <param name="Signed">When the payer agreed; null for one who declined.</param>
internal sealed record Agreement(string AgreementNo, AgreementOrder Order, DateTimeOffset? Signed)
{
    /// <summary>When it ended; null while it is in force.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>What was debited, oldest first.</summary>
    public IReadOnlyList<long> Debits { get; init; } = [];

    /// <summary>When it ends by itself; null for never.</summary>
    public DateTimeOffset? Invalid => Signed + Order.Valid;

    /// <summary>Whether debits are possible.</summary>
    public bool IsNormal(DateTimeOffset now)
        => Signed is not null && Ended is null && !(now >= Invalid);

    /// <summary>The status in the words of every channel.</summary>
    public TradeState State
        => Signed is null ? TradeState.Declined
            : Ended is null ? TradeState.Paid
            : TradeState.Refunded;
}
