namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>What becomes of a payer's code.</summary>
internal enum ChargeFate
{
    /// <summary>Paid at once.</summary>
    Paid,

    /// <summary>The payer has to confirm.</summary>
    Confirm,

    /// <summary>The payer has no money.</summary>
    Declined,

    /// <summary>The channel is busy: it says nothing, and may take the money later.</summary>
    Busy,
}
