namespace PayFunctions.Channels;

/// <summary>The channel's wallet opens a merchant's application and says who its user is.
/// </summary>
internal interface IShareLogin : IChannel
{
    /// <summary>
    /// Verifies the raw bytes of an opening, then reads them. No store is asked, and whether the
    /// message came before is not known here.
    /// </summary>
    ValueTask<LoginReading> ReadLoginAsync(
        RawNotification opening, CancellationToken cancellation);
}
