namespace PayFunctions.Channels;

/// <summary>A bill that cannot be believed: none of its rows counts.</summary>
/// <param name="reason">What is wrong; it holds no secret.</param>
/// <param name="inner">What the stream said, where it was that.</param>
internal sealed class BillBrokenException(string reason, Exception? inner = null)
    : Exception(reason, inner);
