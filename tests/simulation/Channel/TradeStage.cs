namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>What a trade is at the channel.</summary>
internal enum TradeStage
{
    /// <summary>The payer has a link; the channel knows of no trade.</summary>
    Offered,

    /// <summary>The payer has logged in.</summary>
    Begun,

    /// <summary>The money is there.</summary>
    Paid,

    /// <summary>It will never be paid.</summary>
    Ended,
}
