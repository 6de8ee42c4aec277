namespace PayFunctions.Sdk;

/// <summary>What became of a refund.</summary>
public enum RefundState
{
    /// <summary>A word that this version of the SDK does not know; not a success.</summary>
    Unrecognised = 0,

    /// <summary><c>PROCESSING</c>: the channel has not said; the gateway keeps asking.</summary>
    Processing = 1,

    /// <summary><c>SUCCESS</c>: the money is back at the payer, or on its way for good.</summary>
    Success = 2,

    /// <summary>
    /// <c>CLOSED</c>: it failed and counts as not refunded; ask again under a new number.
    /// </summary>
    Closed = 3,

    /// <summary>
    /// <c>ABNORMAL</c>: the channel could not hand the money over and keeps it for the merchant. It
    /// counts as refunded; a human has to see to it at the channel.
    /// </summary>
    Abnormal = 4,
}
