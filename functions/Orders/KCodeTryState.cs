namespace PayFunctions.Orders;

/// <summary>What became of a code that was entered.</summary>
internal enum KCodeTryState
{
    /// <summary>The bank has been, or is being, asked to take the money. Also once it has: that
    /// the attempt succeeded says so.</summary>
    Open,

    /// <summary>The bank says that the code is wrong: nothing was paid, nor will be.</summary>
    Wrong,

    /// <summary>The bank's answer was lost, and some time later it said that nothing was paid. The
    /// attempt is asked about all the same.</summary>
    Unpaid,
}
