namespace PayFunctions.Sdk;

/// <summary>How far a payment by card and code is.</summary>
public enum KCodeState
{
    /// <summary>A word that this version of the SDK does not know; not a success.</summary>
    Unrecognised = 0,

    /// <summary>
    /// <c>UNDECIDED</c>: the bank has not answered. The payer may have the code: pay with it, or
    /// have another one sent after a minute.
    /// </summary>
    Undecided = 1,

    /// <summary><c>SENT</c>: the payer has a code.</summary>
    Sent = 2,

    /// <summary>
    /// <c>NOT_SIGNED</c>: no code. Send the payer to <see cref="OrderQueryResponse.SignUrl"/> and
    /// ask again afterwards, under a new number.
    /// </summary>
    NotSigned = 3,

    /// <summary><c>REFUSED</c>: the bank sends no code.</summary>
    Refused = 4,

    /// <summary><c>PAYING</c>: a code was entered, and the gateway asks what it did.</summary>
    Paying = 5,

    /// <summary><c>PAID</c>.</summary>
    Paid = 6,

    /// <summary><c>EXHAUSTED</c>: too many codes were not taken.</summary>
    Exhausted = 7,

    /// <summary><c>ENDED</c>: the bank refused the payment, or another card was named.</summary>
    Ended = 8,
}
