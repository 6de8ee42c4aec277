namespace PayFunctions.Sandbox.Alipay;

/// <summary>Where a trade stands.</summary>
internal enum TradeStatus
{
    /// <summary>The payer has come and not yet paid.</summary>
    Waiting,

    /// <summary>Paid.</summary>
    Success,

    /// <summary>To be paid no more.</summary>
    Closed,
}
