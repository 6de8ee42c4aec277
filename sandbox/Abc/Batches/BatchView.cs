using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>A batch as a question is answered.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Status">BatchStatus.</param>
/// <param name="RowStatuses">OrderStatus of each row.</param>
internal sealed record BatchView(
    Batch Batch, string Status, IReadOnlyList<string> RowStatuses)
{
    public const string RowWaiting = "X";
    public const string RowDone = "0";
    public const string RowFailed = "1";
    public const string RowUnanswered = "2";

    /// <summary>
    /// Shows a batch. Where a fault makes a secret of rows that are done, the batch is only
    /// submitted.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="staysSubmitted">Whether a done batch does not tell how it went.</param>
    /// <param name="met">The faults that the question meets.</param>
    public static BatchView Of(Batch batch, bool staysSubmitted, RequestFaults met)
    {
        if (batch.Results is not { } results)
        {
            return new(batch, batch.Status, [.. batch.Order.Rows.Select(static _ => RowWaiting)]);
        }

        var done = !results.Contains(true) ? RowDone
            : met.Meets(AbcFault.Status02) ? RowUnanswered
            : met.Meets(AbcFault.Status03) ? RowWaiting
            : RowDone;
        return new(
            batch,
            staysSubmitted || done is not RowDone ? Batch.Submitted : batch.Status,
            [.. results.Select(r => r ? done : RowFailed)]);
    }

    /// <summary>How many rows have a status.</summary>
    public string Count(string status)
        => RowStatuses.Count(s => string.Equals(s, status, StringComparison.Ordinal))
            .ToString(CultureInfo.InvariantCulture);

    /// <summary>The amount of the rows of a status.</summary>
    public string Sum(string status)
        => Yuan.Format(Batch.Order.Rows.Zip(RowStatuses)
            .Where(r => string.Equals(r.Second, status, StringComparison.Ordinal))
            .Sum(static r => r.First.Fen));

    /// <summary>The rows, each as members.</summary>
    public IReadOnlyList<IReadOnlyList<(string Name, string Value)>> Rows(
        Func<BatchRow, string, IReadOnlyList<(string Name, string Value)>> members)
        => [.. Batch.Order.Rows.Zip(RowStatuses, members)];
}
