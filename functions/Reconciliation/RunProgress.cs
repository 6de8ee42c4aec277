namespace PayFunctions.Reconciliation;

/// <summary>How far a large day is. Its member names are stored: they do not change.</summary>
internal sealed record RunProgress
{
    /// <summary>The next step; every one that is recorded adds one.</summary>
    public int Step { get; init; }

    /// <summary>What it does.</summary>
    public RunStage Stage { get; init; }

    /// <summary>How many sheets are written.</summary>
    public int Sheets { get; init; }

    /// <summary>How many lines are on them.</summary>
    public int Lines { get; init; }

    /// <summary>The place of the last journal entry on them; empty before the first.</summary>
    public string Until { get; init; } = "";

    /// <summary>The name of the sheets of what the bill did not have.</summary>
    public string Missing { get; init; } = "";

    /// <summary>The next of those to be looked through.</summary>
    public int NextSheet { get; init; }

    /// <summary>Rows of the bill.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that agree.</summary>
    public long Matched { get; init; }

    /// <summary>The channel's fees, in thousandths of a fen.</summary>
    public long FeeMilliFen { get; init; }

    /// <summary>Differences so far that somebody has to look at.</summary>
    public long Open { get; init; }

    /// <summary>Whether nothing is left to be looked through.</summary>
    public bool IsOver() => Stage == RunStage.Missing && NextSheet == Sheets;
}
