namespace PayFunctions.Storage;

/// <summary>The next attempts to tell a merchant.</summary>
internal interface INoticeQueue
{
    /// <summary>Plans an attempt; visible after the delay.</summary>
    Task PlanAsync(NoticeMessage message, TimeSpan delay, CancellationToken cancellation);
}
