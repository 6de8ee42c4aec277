namespace PayFunctions.Orders;

/// <summary>What the bank said to the request for a code.</summary>
internal enum KCodeState
{
    /// <summary>Nothing yet: the payer may have the code or not.</summary>
    Asked,

    /// <summary>The payer gets the code.</summary>
    Sent,

    /// <summary>No code: the payer has to sign up first.</summary>
    NotSigned,

    /// <summary>No code.</summary>
    Refused,
}
