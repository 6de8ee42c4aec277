namespace PayFunctions.Orders;

/// <summary>What became of a capture.</summary>
internal enum CaptureState
{
    /// <summary>Asked for; the channel has not said yet what became of it.</summary>
    Processing,

    /// <summary>The money was taken: it is a payment of its own.</summary>
    Succeeded,

    /// <summary>It was not taken; it is still held.</summary>
    Failed,
}
