namespace PayFunctions.Channels;

/// <summary>The channel tells us by itself.</summary>
internal interface IReceiveNotification : IChannel
{
    /// <summary>Verifies the raw bytes, then reads them. Pure: no store is asked.</summary>
    NotificationReading Read(RawNotification notification);

    /// <summary>The whole body of an answer that stops the channel's retries.</summary>
    string Accepted { get; }

    /// <summary>The whole body of every other answer.</summary>
    string NotAccepted { get; }
}
