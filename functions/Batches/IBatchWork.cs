using PayFunctions.Platform;

namespace PayFunctions.Batches;

/// <summary>What is done with the rows of one kind of batch.</summary>
internal interface IBatchWork
{
    /// <summary>The kind.</summary>
    BatchKind Kind { get; }

    /// <summary>Why a row cannot be done, as a code of the interface, with those before it; null
    /// when it can, or was.</summary>
    Task<string?> WhyNotAsync(Batch batch, BatchRow row, CancellationToken cancellation);

    /// <summary>Does the rows of a chunk that nothing became of, or finds them done; all its rows
    /// with what became of them.</summary>
    Task<IReadOnlyList<BatchRow>> DoAsync(
        Application application, Batch batch, IReadOnlyList<BatchRow> rows,
        CancellationToken cancellation);

    /// <summary>Looks for the end of a row that is under way.</summary>
    Task<BatchRow> LookAsync(Batch batch, BatchRow row, CancellationToken cancellation);
}
