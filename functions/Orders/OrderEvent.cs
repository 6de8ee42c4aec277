namespace PayFunctions.Orders;

/// <summary>What happened, for the audit row and the table of states.</summary>
internal enum OrderEvent
{
    /// <summary>The order was made.</summary>
    Created,

    /// <summary>The payer went to a channel.</summary>
    AttemptOpened,

    /// <summary>The order was paid.</summary>
    Paid,

    /// <summary>Money came for a closed order, which became paid.</summary>
    Revived,

    /// <summary>Money came that has to go back.</summary>
    RefundOwed,

    /// <summary>The channel ended an attempt.</summary>
    AttemptEnded,

    /// <summary>The channel will be asked again.</summary>
    AskedAgain,

    /// <summary>Time closed it.</summary>
    Expired,

    /// <summary>The merchant closed it.</summary>
    Closed,
}
