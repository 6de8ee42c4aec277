namespace PayFunctions.Sdk;

/// <summary>Who wanted a refund.</summary>
public enum RefundOrigin
{
    /// <summary>A word that this version of the SDK does not know.</summary>
    Unrecognised = 0,

    /// <summary><c>MERCHANT</c>: the merchant, under a number of its own.</summary>
    Merchant = 1,

    /// <summary>
    /// <c>LATE_SUCCESS</c>: the gateway, for money that came after the order was closed.
    /// </summary>
    LateSuccess = 2,

    /// <summary>
    /// <c>SECOND_SUCCESS</c>: the gateway, for an order that was paid twice. The payment itself
    /// is not touched.
    /// </summary>
    SecondSuccess = 3,

    /// <summary><c>CANCEL</c>: the channel, as it cancelled a payment.</summary>
    Cancel = 4,

    /// <summary><c>HOLD_EXPIRED</c>: the gateway, for the time of a hold was up.</summary>
    HoldExpired = 5,

    /// <summary><c>FINAL_CAPTURE</c>: the channel, with the last capture of a hold.</summary>
    FinalCapture = 6,
}
