namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// Reads notifications; a certificate that is not known yet is learned first.
/// </summary>
internal sealed class WeChatPayInbox(WeChatPayKeyRing ring, TimeProvider time)
{
    /// <summary>The longest that a certificate is waited for: WeChat Pay waits five seconds in all.
    /// </summary>
    public static readonly TimeSpan LearnMax = TimeSpan.FromSeconds(3);

    /// <summary>Reads one.</summary>
    public async ValueTask<NotificationReading> ReadAsync(
        WeChatPayAccount account, RawNotification notification, CancellationToken cancellation)
    {
        var reading = WeChatPayNotice.Read(account, notification, time.GetUtcNow());
        return reading is NotAccepted { Why: NotificationRefusal.SignerUnknown }
            && await LearnAsync(account, notification, cancellation)
                ? WeChatPayNotice.Read(account, notification, time.GetUtcNow())
                : reading;
    }

    private async Task<bool> LearnAsync(
        WeChatPayAccount account, RawNotification notification, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(LearnMax, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, cancellation);
        try
        {
            return await ring.LearnAsync(
                account, notification.Headers.Find(WeChatPaySignature.SerialHeader), both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
