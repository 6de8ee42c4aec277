namespace PayFunctions.Sdk;

/// <summary>What a merchant does about a genuine notification.</summary>
public interface IPayNotificationHandler
{
    /// <summary>
    /// Books the notification. Returning says <c>success</c> to the gateway, which then stops;
    /// throwing makes it come again.
    /// </summary>
    /// <param name="notification">Verified. It may have come before.</param>
    /// <param name="cancellation">The gateway hung up; it will come again.</param>
    /// <returns>Ends when the notification is stored for good.</returns>
    Task HandleAsync(PayNotification notification, CancellationToken cancellation);
}
