namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// Which of ipaynow's two dialects an account speaks. A message that carries <c>version</c> is of
/// profile B, any other of profile A; they sign different fields.
/// </summary>
internal enum IPayNowProfile
{
    /// <summary>Without <c>version</c>: pages only, refunds that cannot be asked about.</summary>
    A,

    /// <summary>With <c>version</c> 1.0.x: pages, codes, bar codes, refunds, cancels.</summary>
    B,
}
