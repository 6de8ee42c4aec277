namespace PayFunctions.Sdk;

/// <summary>Where an order stands.</summary>
public enum TradeState
{
    /// <summary>A word that this version of the SDK does not know; not a success.</summary>
    Unrecognised = 0,

    /// <summary><c>NOTPAY</c>: waiting for the payer.</summary>
    NotPay = 1,

    /// <summary><c>USERPAYING</c>: the payer is at it, or the answer is not known yet.</summary>
    UserPaying = 2,

    /// <summary><c>SUCCESS</c>: paid.</summary>
    Success = 3,

    /// <summary><c>REFUND</c>: paid, then refunded in part or in whole.</summary>
    Refund = 4,

    /// <summary><c>CLOSED</c>: will not be paid any more.</summary>
    Closed = 5,

    /// <summary><c>REVOKED</c>: cancelled at the channel.</summary>
    Revoked = 6,

    /// <summary><c>PAYERROR</c>: the channel refused the payment.</summary>
    PayError = 7,

    /// <summary><c>AUTHORIZED</c>: an amount is held, and not paid.</summary>
    Authorized = 8,

    /// <summary><c>FINISHED</c>: what was held is wholly captured and released.</summary>
    Finished = 9,

    /// <summary><c>ACTIVE</c>: an agreement is signed; debits are possible.</summary>
    Active = 10,

    /// <summary><c>UNSIGNING</c>: an agreement is to end, and the channel has not confirmed it.
    /// </summary>
    Unsigning = 11,

    /// <summary><c>ENDED</c>: an agreement is over.</summary>
    Ended = 12,
}
