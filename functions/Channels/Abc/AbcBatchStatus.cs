using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What the bank's words about rows that went together mean. A row counts as done or failed
/// only in a batch that the bank has begun to carry out.
/// </summary>
internal static class AbcBatchStatus
{
    private const int SerialMax = 64;

    /// <summary>What the answer to a batch of debits says; it has no number of the bank's.
    /// </summary>
    public static FilingOutcome OfFiling(AbcAnswer answer, AbcAccount account)
        => AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done => new FilingTaken(Serial: null),
            AbcMeaning.Refused => new FilingRefused(answer.Said),
            _ => new FilingUnknown(answer.Said),
        };

    /// <summary>What the answer to a batch of refunds says.</summary>
    public static FilingOutcome OfFiling(
        AbcAnswer answer, AbcAccount account, IReadOnlyList<RefundRequest> refunds)
        => AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done when !IsAbout(answer, refunds)
                => new FilingUnknown("the answer is not about this batch and amount"),
            AbcMeaning.Done when SerialOf(answer) is { } serial => new FilingTaken(serial),
            AbcMeaning.Done => new FilingUnknown("the answer has no serial number"),
            AbcMeaning.Refused => new FilingRefused(answer.Said),
            _ => new FilingUnknown(answer.Said),
        };

    /// <summary>What the answer to a question about a batch says of one refund.</summary>
    public static RefundOutcome OfRefund(
        AbcAnswer answer, AbcAccount account, string serial, RefundRequest refund)
    {
        if (AbcReturnCode.MeaningOf(answer.Code, account) is not AbcMeaning.Done)
        {
            return new RefundUnknown(answer.Said);
        }

        var number = refund.Number.ToString();
        var rows = answer.Rows("Order").Where(r => r.Says("RefundOrderNo", number)).Take(2)
            .ToList();
        return !answer.Says("SerialNumber", serial)
                ? new RefundUnknown("the answer is about another batch")
            : answer.Says("BatchStatus", "2")
                ? new RefundDeclined("batch status 2: rejected")
            : rows is not [var row]
                ? new RefundUnknown("the batch does not have this refund once")
            : YuanText.TryRead(row.Text("RefundAmountCell"), out var amount)
                && amount == refund.Total
                    ? OfRow(answer.Text("BatchStatus"), row.Text("OrderStatus"), row)
                    : new RefundUnknown("the row is not about this amount");
    }

    private static RefundOutcome OfRow(string? batch, string? status, AbcAnswer row)
        => (batch, status) switch
        {
            ("4" or "6" or "8", "0") => new RefundSucceeded(ChannelRefundNo: null, At: null),
            ("4" or "7" or "8", "1") => new RefundDeclined(ReasonOf(row)),
            ("0" or "1" or "3" or "4", "X") => new RefundPending($"batch status {batch}"),
            _ => new RefundUnknown($"batch status {batch}, order status {status}"),
        };

    private static string ReasonOf(AbcAnswer row)
        => $"order status 1: failed {row.Text("Remark")}".TrimEnd();

    private static bool IsAbout(AbcAnswer answer, IReadOnlyList<RefundRequest> refunds)
        => answer.Says("TotalCount", AbcBatchMessages.Count(refunds.Count))
            && YuanText.TryRead(answer.Text("TotalAmount"), out var total)
            && total == AbcBatchMessages.TotalOf(refunds);

    private static string? SerialOf(AbcAnswer answer)
        => answer.Text("SerialNumber") is { Length: > 0 and <= SerialMax } serial
            && serial.All(char.IsAsciiLetterOrDigit)
                ? serial
                : null;
}
