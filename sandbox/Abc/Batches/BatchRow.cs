namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>One refund or one debit of a batch.</summary>
/// <param name="SeqNo">Its place, from 1.</param>
/// <param name="Number">NewOrderNo of a refund, OrderNo of a debit.</param>
/// <param name="Of">The order of a refund, AgentSignNo of a debit.</param>
/// <param name="Fen">How much.</param>
/// <param name="Remark">As it came.</param>
internal sealed record BatchRow(
    string SeqNo, string Number, string Of, long Fen, string Remark)
{
    /// <summary>The order of a debit; null for a refund.</summary>
    public PayOrder? Debit { get; init; }
}
