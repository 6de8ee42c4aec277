namespace PayFunctions.Channels;

/// <summary>How money is held with a product.</summary>
/// <param name="CaptureProduct">The product of the payments that take it.</param>
/// <param name="EndsAtOnce">Whether the first capture or release ends the hold: it cannot be
/// captured twice, nor released in part.</param>
internal sealed record HoldProduct(string CaptureProduct, bool EndsAtOnce);
