namespace PayFunctions.Channels;

/// <summary>The channel tells us by itself what came of a page.</summary>
internal interface IReceiveIdentity : IChannel
{
    /// <summary>Verifies the raw bytes, then reads them. No store is asked.</summary>
    ValueTask<IdentityReading> ReadIdentityAsync(
        RawNotification notification, CancellationToken cancellation);

    /// <summary>The answer that says taken.</summary>
    /// <param name="onward">Where a person whose browser carries it goes on.</param>
    NotificationReply AcceptIdentity(Uri onward);

    /// <summary>Every other answer.</summary>
    /// <param name="onward">As for <see cref="AcceptIdentity"/>; null where none is known.</param>
    NotificationReply RefuseIdentity(Uri? onward);
}
