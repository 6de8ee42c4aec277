namespace PayFunctions.Sdk;

/// <summary>Refunds that are begun together, by <see cref="PayClient.SendRefundBatchAsync"/>: all
/// of them, or none.</summary>
/// <param name="BatchNo">
/// The merchant's own number: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>. The same rows under it are the
/// same batch.
/// </param>
/// <param name="Rows">1 to 10,000 refunds.</param>
public sealed record RefundBatchRequest(string BatchNo, IReadOnlyList<RefundRequest> Rows)
{
    internal ReadOnlyMemory<byte> Write() => BatchBody.Write(
        "refund batch", BatchNo, Rows, static row => row.Problems(),
        static (row, json) => row.WriteTo(json));
}
