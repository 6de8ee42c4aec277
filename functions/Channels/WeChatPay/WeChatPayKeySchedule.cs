namespace PayFunctions.Channels.WeChatPay;

/// <summary>When platform certificates are fetched.</summary>
internal static class WeChatPayKeySchedule
{
    /// <summary>The longest time between two fetches: WeChat Pay asks for at least that.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(12);

    /// <summary>So long before the newest certificate's end a later one is looked for.</summary>
    public static readonly TimeSpan BeforeEnd = TimeSpan.FromDays(2);

    /// <summary>The pause between two fetches while the end is near.</summary>
    public static readonly TimeSpan EveryNearEnd = TimeSpan.FromHours(1);

    /// <summary>The pause after a fetch that brought nothing.</summary>
    public static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The pause between two fetches because of unknown serial numbers: whoever makes numbers up
    /// makes us ask once a minute, no more.
    /// </summary>
    public static readonly TimeSpan BetweenUnknowns = TimeSpan.FromMinutes(1);

    /// <summary>When to fetch next after a fetch at <paramref name="now"/>.</summary>
    /// <param name="now">The moment of the fetch.</param>
    /// <param name="newestEnd">The latest end of what was fetched.</param>
    public static DateTimeOffset NextAfter(DateTimeOffset now, DateTimeOffset newestEnd)
        => now + (newestEnd - now <= BeforeEnd + Every ? EveryNearEnd : Every);
}
