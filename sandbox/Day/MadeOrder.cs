namespace PayFunctions.Sandbox.Day;

/// <summary>An order that the shop made.</summary>
/// <param name="Plan">What was planned for it.</param>
/// <param name="OutTradeNo">The shop's number.</param>
/// <param name="TransactionId">The gateway's.</param>
/// <param name="TotalFee">The amount, in fen.</param>
/// <param name="PayUrl">Where its payer goes.</param>
/// <param name="CodeUrl">What is scanned; null where there is no code.</param>
internal sealed record MadeOrder(
    PlannedOrder Plan, string OutTradeNo, string TransactionId, long TotalFee, Uri PayUrl,
    string? CodeUrl)
{
    /// <summary>The number its channel knows it by: of its first attempt.</summary>
    public string ChannelNumber => TransactionId + "01";
}
