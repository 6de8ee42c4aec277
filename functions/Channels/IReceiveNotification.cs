namespace PayFunctions.Channels;

/// <summary>The channel tells us by itself.</summary>
internal interface IReceiveNotification : IChannel
{
    /// <summary>
    /// Verifies the raw bytes, then reads them, then asks the channel for a second proof where it
    /// offers one. No store is asked.
    /// </summary>
    ValueTask<NotificationReading> ReadAsync(
        RawNotification notification, CancellationToken cancellation);

    /// <summary>The answer that stops the channel's retries.</summary>
    /// <param name="payerPage">
    /// Where a payer whose browser carries the notification goes on; null when the order is not
    /// known.
    /// </param>
    NotificationReply Accept(Uri? payerPage);

    /// <summary>Every other answer: the channel tells us again.</summary>
    /// <param name="payerPage">As for <see cref="Accept"/>.</param>
    NotificationReply Refuse(Uri? payerPage);
}
