namespace PayFunctions.Batches;

/// <summary>Refunds, or debits, that were asked for together.</summary>
internal sealed record Batch
{
    /// <summary>The most rows of a batch.</summary>
    public const int MaxRows = 10_000;

    /// <summary>Rows that are stored, and worked on, together.</summary>
    public const int RowsInChunk = 25;

    /// <summary>What its rows are; batches of two kinds may have one number.</summary>
    public BatchKind Kind { get; init; }

    /// <summary>The application.</summary>
    public required string AppId { get; init; }

    /// <summary>The merchant's number.</summary>
    public required string BatchNo { get; init; }

    /// <summary>Tells batches with the same number apart: SHA-256 over their rows.</summary>
    public required string Digest { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How many rows.</summary>
    public required int Rows { get; init; }

    /// <summary>What they come to.</summary>
    public required long TotalFen { get; init; }

    /// <summary>How far it is.</summary>
    public BatchState State { get; init; }

    /// <summary>The chunk that is worked on next.</summary>
    public int NextChunk { get; init; }

    /// <summary>How often the ends of its rows were looked for.</summary>
    public int Looks { get; init; }

    /// <summary>The row that cannot be done; null while there is none.</summary>
    public int? WrongRow { get; init; }

    /// <summary>Why it cannot.</summary>
    public string? WrongCode { get; init; }

    /// <summary>How many chunks.</summary>
    public int Chunks => (Rows + RowsInChunk - 1) / RowsInChunk;
}
