namespace PayFunctions.Cashier;

/// <summary>What the payer is told about an order that is not being chosen for.</summary>
public enum ResultKind
{
    /// <summary>Paid.</summary>
    Paid,

    /// <summary>The channel has not said yet.</summary>
    Waiting,

    /// <summary>Not paid; it still can be.</summary>
    NotPaid,

    /// <summary>Closed before its time was up.</summary>
    Closed,

    /// <summary>Its time is up.</summary>
    Expired,
}
