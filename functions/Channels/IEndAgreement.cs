namespace PayFunctions.Channels;

/// <summary>
/// An agreement can be ended. It is signed, and asked about, through the capabilities of a payment
/// on a page: its success is the signature.
/// </summary>
internal interface IEndAgreement : IChannel
{
    /// <summary>
    /// Ends it. Repeatable: <see cref="Unsigned"/> also for one that was ended before. Anything
    /// else: it must be told again.
    /// </summary>
    Task<ChannelOutcome> UnsignAsync(UnsignRequest request, CancellationToken cancellation);
}
