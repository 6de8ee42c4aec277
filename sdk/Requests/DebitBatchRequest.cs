namespace PayFunctions.Sdk;

/// <summary>Debits that are begun together, by <see cref="PayClient.SendDebitBatchAsync"/>: all of
/// them, or none.</summary>
/// <param name="BatchNo">
/// The merchant's own number: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>. The same rows under it are the
/// same batch.
/// </param>
/// <param name="Rows">1 to 10,000 debits, without body, attach and notify_url.</param>
public sealed record DebitBatchRequest(string BatchNo, IReadOnlyList<DebitRequest> Rows)
{
    internal ReadOnlyMemory<byte> Write() => BatchBody.Write(
        "debit batch", BatchNo, Rows,
        static row => row.Problems().Concat(HoldBody.Problems(
            ("body", Alone(row.Body)), ("attach", Alone(row.Attach)),
            ("notify_url", Alone(row.NotifyUrl)))),
        static (row, json) => row.WriteTo(json));

    private static string? Alone(object? value)
        => value is null ? null : "is not taken in a batch";
}
