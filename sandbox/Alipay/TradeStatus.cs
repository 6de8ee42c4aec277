namespace PayFunctions.Sandbox.Alipay;

/// <summary>Where a trade stands.</summary>
internal enum TradeStatus
{
    /// <summary>The payer has come and not yet paid.</summary>
    Waiting,

    /// <summary>Paid, perhaps refunded in part.</summary>
    Success,

    /// <summary>Paid so long ago that it can be refunded no more.</summary>
    Finished,

    /// <summary>To be paid no more, or refunded in full.</summary>
    Closed,
}
