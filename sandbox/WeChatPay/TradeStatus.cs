namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Where a trade stands, refunds aside.</summary>
internal enum TradeStatus
{
    /// <summary>Not paid yet.</summary>
    NotPaid,

    /// <summary>The payer of a code has to confirm.</summary>
    UserPaying,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>To be paid no more.</summary>
    Closed,

    /// <summary>Reversed; the money went back, if there was any.</summary>
    Revoked,

    /// <summary>The payer of a code could not pay.</summary>
    Failed,
}
