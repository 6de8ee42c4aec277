namespace PayFunctions.Sandbox.IPayNow;

/// <summary>What the simulator knows before it listens.</summary>
internal sealed record IPayNowSimulatorOptions
{
    /// <summary>The applications that may call; each may speak both dialects.</summary>
    public required IReadOnlyList<IPayNowApplication> Applications { get; init; }

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock of orders, refunds and retries.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many times faster than documented notifications are repeated.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>
    /// What the documented times of notifications are counted from. The documents say both.
    /// </summary>
    public RetryBase RetryBase { get; init; } = RetryBase.Previous;

    /// <summary>
    /// The type of a notification's body. The documents name none; receivers read the raw body.
    /// </summary>
    public string NotificationType { get; init; } = "application/x-www-form-urlencoded";

    /// <summary>Whether the payer's browser returns by POST; the documents say both.</summary>
    public bool ReturnsByPost { get; init; }

    /// <summary>How long a refund or a cancel takes; this number is the simulator's own.</summary>
    public TimeSpan RefundTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long a payer takes who is asked for a password; this number is the simulator's own.
    /// </summary>
    public TimeSpan PasswordTime { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>One registered application.</summary>
/// <param name="AppId">Up to 40 letters and digits.</param>
/// <param name="Key">Its key, which signs both ways.</param>
internal sealed record IPayNowApplication(string AppId, string Key)
{
    /// <summary>Whether it may refund; the documents speak of a list of those who may.</summary>
    public bool MayRefund { get; init; } = true;
}

/// <summary>What the times of repeated notifications are counted from.</summary>
internal enum RetryBase
{
    /// <summary>The attempt before: gaps of 2 min to 15 h, 34 h 42 min in all.</summary>
    Previous,

    /// <summary>The first attempt: the last repeat comes 15 h after it.</summary>
    First,
}
