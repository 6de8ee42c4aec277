namespace PayFunctions.Sandbox.Simulation;

/// <summary>Where a trade stands, in words that mean the same at every channel.</summary>
internal enum TradeState
{
    /// <summary>An order nobody has used; the channel may know no trade yet.</summary>
    Unused,

    /// <summary>To be paid.</summary>
    Waiting,

    /// <summary>Paid, perhaps refunded in part.</summary>
    Paid,

    /// <summary>The payer's bank refused for good.</summary>
    Declined,

    /// <summary>Never paid, and to be paid no more.</summary>
    Closed,

    /// <summary>Paid, and refunded in full.</summary>
    Refunded,
}
