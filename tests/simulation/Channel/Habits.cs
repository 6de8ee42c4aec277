namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>In what channels differ.</summary>
internal sealed record Habits
{
    /// <summary>The channel's name in routes and registrations.</summary>
    public required string Name { get; init; }

    /// <summary>How much longer than the order a trade can be paid.</summary>
    public required TimeSpan Grace { get; init; }

    /// <summary>A trade whose money all went back is called ended, as if it was never paid.
    /// </summary>
    public bool CallsRefundedEnded { get; init; }

    /// <summary>A refund number that was used is refused, whatever became of it.</summary>
    public bool RefusesRepeats { get; init; }

    /// <summary>A question about a refund that was declined finds none.</summary>
    public bool ForgetsDeclined { get; init; }

    /// <summary>It does not count: whoever asks for too much is given it.</summary>
    public bool GivesTooMuch { get; init; }

    /// <summary>It notifies of refunds too.</summary>
    public bool TellsRefunds { get; init; }

    /// <summary>How long a question about a new refund finds none.</summary>
    public TimeSpan RefundLag { get; init; }

    /// <summary>A channel that closes and cancels.</summary>
    public static Habits Full { get; } = new()
    {
        Name = "sim",
        Grace = TimeSpan.FromMinutes(30),
        CallsRefundedEnded = true,
        TellsRefunds = true,
    };

    /// <summary>A channel that does neither: its trades end by their own time.</summary>
    public static Habits Bare { get; } = new()
    {
        Name = "bare",
        Grace = TimeSpan.FromMinutes(10),
        RefusesRepeats = true,
        GivesTooMuch = true,
        RefundLag = TimeSpan.FromSeconds(3),
    };
}
