namespace PayFunctions.Channels;

/// <summary>
/// What a payer authorised can be taken later. The hold itself is opened, asked about, ended and
/// released through the capabilities of a payment.
/// </summary>
internal interface ICaptureHold : IChannel
{
    /// <summary>
    /// Takes money. Repeatable under the same number. <see cref="Unknown"/>: it must be asked
    /// about.
    /// </summary>
    Task<ChannelOutcome> CaptureAsync(CaptureRequest request, CancellationToken cancellation);
}
