namespace PayFunctions.Orders;

/// <summary>Why money has to go back.</summary>
internal enum RefundReason
{
    /// <summary>It arrived after the order closed.</summary>
    LateSuccess,

    /// <summary>The order had been paid by another attempt.</summary>
    SecondSuccess,
}
