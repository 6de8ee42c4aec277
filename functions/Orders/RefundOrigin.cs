namespace PayFunctions.Orders;

/// <summary>Who wanted a refund.</summary>
internal enum RefundOrigin
{
    /// <summary>The merchant.</summary>
    Merchant,

    /// <summary>We: the money arrived after the order closed.</summary>
    LateSuccess,

    /// <summary>We: the order had been paid by another attempt.</summary>
    SecondSuccess,

    /// <summary>The channel, when an undecided trade was cancelled.</summary>
    Cancel,

    /// <summary>We: the time of the hold was up.</summary>
    HoldExpired,

    /// <summary>The channel, with the last capture of a hold.</summary>
    FinalCapture,
}
