namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>What becomes of a refund that the channel takes.</summary>
internal enum RefundFate
{
    /// <summary>The money goes back at once.</summary>
    Done,

    /// <summary>It takes its time, and goes back.</summary>
    DoneLater,

    /// <summary>Refused at once.</summary>
    Declined,

    /// <summary>It takes its time, and is refused.</summary>
    DeclinedLater,

    /// <summary>The payer's bank does not take it; it stays with the channel.</summary>
    Stuck,

    /// <summary>The same, and a human gets it to the payer later.</summary>
    StuckThenDone,
}
