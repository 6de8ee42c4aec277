namespace PayFunctions.Sandbox.Day;

/// <summary>What a payer does once the pay page is open, or the code scanned.</summary>
internal enum PayerAct
{
    /// <summary>Pays.</summary>
    Pays,

    /// <summary>Pays, and the channel tells nobody: the gateway has to ask.</summary>
    PaysSilently,

    /// <summary>Is refused by the bank, where a channel knows that; else leaves.</summary>
    IsDeclined,

    /// <summary>Leaves.</summary>
    Leaves,
}
