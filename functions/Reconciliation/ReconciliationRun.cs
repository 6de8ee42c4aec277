namespace PayFunctions.Reconciliation;

/// <summary>The reconciliation of one account and day.</summary>
internal sealed record ReconciliationRun
{
    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>The day, in Beijing.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How far it is.</summary>
    public RunState State { get; init; }

    /// <summary>Why it is not further.</summary>
    public string? Reason { get; init; }

    /// <summary>How often the bill was asked for in vain.</summary>
    public int Tries { get; init; }

    /// <summary>When it was last worked on.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Rows of the bill.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that agree.</summary>
    public long Matched { get; init; }

    /// <summary>Differences that somebody has to look at.</summary>
    public long Open { get; init; }

    /// <summary>The channel's fees in the books, in fen.</summary>
    public long BookedFen { get; init; }

    /// <summary>What the latest booking changed, in fen.</summary>
    public long BookedChangeFen { get; init; }

    /// <summary>When that was; null while nothing was booked.</summary>
    public DateTimeOffset? BookedAt { get; init; }

    /// <summary>How often fees were booked.</summary>
    public int Bookings { get; init; }

    /// <summary>How often the day was begun in steps.</summary>
    public int Pass { get; init; }

    /// <summary>How far the steps are; null while none are under way.</summary>
    public RunProgress? Progress { get; init; }

    /// <summary>Whether it is still where another look found it.</summary>
    public bool IsAt(ReconciliationRun other)
        => Pass == other.Pass && Progress?.Step == other.Progress?.Step;
}
