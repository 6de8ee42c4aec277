namespace PayFunctions.Notifications;

/// <summary>
/// When a merchant that has not said its word is told again. Each delay counts from the attempt
/// before it. There is no jitter: merchants plan by these times.
/// </summary>
internal sealed class NotifySchedule
{
    /// <summary>What a <c>Retry-After</c> may ask for at most.</summary>
    public static readonly TimeSpan RetryAfterMax = TimeSpan.FromHours(24);

    /// <summary>How long a storage queue can hide a message.</summary>
    public static readonly TimeSpan QueueDelayMax = TimeSpan.FromDays(7);

    /// <summary>The schedule of an application that names none: about 80 hours.</summary>
    public static readonly NotifySchedule Default = new(
        "default",
        [.. Minutes(1, 2, 4, 8, 16, 32), .. Hours(1, 2, 4, 8, 16, 24, 24)]);

    private static readonly NotifySchedule[] All =
    [
        Default,
        new("tenpay", Minutes(1, 2, 4, 8, 16, 32)),
        new("ipaynow", [.. Minutes(2, 10, 30), .. Hours(1, 2, 6, 10, 15)]),
        new("alipay", [.. Minutes(4, 10, 10), .. Hours(1, 2, 6, 15)]),
    ];

    private readonly TimeSpan[] delays;

    private NotifySchedule(string name, TimeSpan[] delays)
    {
        Name = name;
        this.delays = delays;
    }

    /// <summary>Every name an application may choose.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static one => one.Name)];

    /// <summary>The word an application chooses it by.</summary>
    public string Name { get; }

    /// <summary>Posts in all: the first and one after each delay.</summary>
    public int AttemptsMax => delays.Length + 1;

    /// <summary>The schedule of that name; null when there is none.</summary>
    public static NotifySchedule? Find(string name)
        => Array.Find(All, one => string.Equals(one.Name, name, StringComparison.Ordinal));

    /// <summary>
    /// How long to wait after that attempt (the first is 1); null when it was the last one.
    /// </summary>
    public TimeSpan? DelayAfter(int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        return attempt <= delays.Length ? delays[attempt - 1] : null;
    }

    /// <summary>
    /// The same, and no sooner than the merchant's <c>Retry-After</c> asked. Asking never adds
    /// attempts, and is heard up to <see cref="RetryAfterMax"/>.
    /// </summary>
    public TimeSpan? DelayAfter(int attempt, TimeSpan? retryAfter)
    {
        if (DelayAfter(attempt) is not { } delay)
        {
            return null;
        }

        var asked = Shorter(retryAfter ?? TimeSpan.Zero, RetryAfterMax);
        return Shorter(asked > delay ? asked : delay, QueueDelayMax);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan[] Minutes(params int[] counts)
        => [.. counts.Select(static count => TimeSpan.FromMinutes(count))];

    private static TimeSpan[] Hours(params int[] counts)
        => [.. counts.Select(static count => TimeSpan.FromHours(count))];
}
