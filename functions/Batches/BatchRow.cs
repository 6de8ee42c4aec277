using System.Text.Json.Serialization;
using PayFunctions.Orders;

namespace PayFunctions.Batches;

/// <summary>One refund, or debit, of a batch.</summary>
/// <param name="Number">Its place in the batch, from 1.</param>
/// <param name="Order">The order that is refunded, or the agreement that is debited.</param>
/// <param name="OutRequestNo">The merchant's number of the refund, or of the payment that the debit
/// is.</param>
/// <param name="Fen">How much.</param>
/// <param name="Reason">The merchant's words, or null; of a debit what it is for.</param>
/// <param name="Outcome">What became of it; null while nobody knows.</param>
/// <param name="Failure">Why it failed, or was refused.</param>
internal sealed record BatchRow(
    int Number,
    string Order,
    string OutRequestNo,
    long Fen,
    string? Reason = null,
    RowOutcome? Outcome = null,
    string? Failure = null)
{
    /// <summary>What rows before it take of the same order, or under the same agreement.</summary>
    public long BeforeFen { get; init; }

    /// <summary>How many rows before it do.</summary>
    public int Before { get; init; }

    /// <summary>Whether nothing more will come of it.</summary>
    [JsonIgnore]
    public bool IsOver => Outcome is RowOutcome.Succeeded or RowOutcome.Failed
        or RowOutcome.Refused;

    /// <summary>The order's number as a number.</summary>
    [JsonIgnore]
    public OrderId Id => new(Order);
}
