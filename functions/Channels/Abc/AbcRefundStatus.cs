using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What the bank's words about a refund mean. 0000 on a refund says that it was done or only
/// taken, and not which: so a question decides, unless the operator says that done is meant
/// (<c>refund_done_at_once</c>).
/// </summary>
internal static class AbcRefundStatus
{
    private const int ReferenceMax = 64;

    /// <summary>
    /// Whether a declined refund must be proved: the order's state may forbid it because the same
    /// refund was made before, by a request whose answer was lost.
    /// </summary>
    public static bool IsDoubtful(AbcAnswer answer, AbcAccount account)
        => AbcReturnCode.MeaningOf(answer.Code, account)
            is AbcMeaning.StateForbids or AbcMeaning.NoSuchOrder;

    /// <summary>What the answer to a refund says.</summary>
    public static RefundOutcome OfRefund(
        AbcAnswer answer, AbcAccount account, RefundRequest request)
        => AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done when !IsAbout(answer, account, request)
                => new RefundUnknown("the answer is not about this refund and amount"),
            AbcMeaning.Done when account.Reading.RefundIsDoneAtOnce
                => new RefundSucceeded(ReferenceOf(answer), TimeOf(answer)),
            AbcMeaning.Done => new RefundPending("taken: a question must say what became of it"),
            AbcMeaning.Refused or AbcMeaning.StateForbids or AbcMeaning.NoSuchOrder
                => new RefundDeclined(answer.Said),
            AbcMeaning.Repeated => new RefundUnknown(
                $"the bank may have this refund already: {answer.Said}"),
            _ => new RefundUnknown(answer.Said),
        };

    /// <summary>What the answer to a question about a refund says.</summary>
    public static RefundOutcome OfQuery(
        AbcAnswer answer, AbcAccount account, RefundRequest request)
        => AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done => OfOrder(answer, account, request),
            AbcMeaning.NoSuchOrder => new RefundAbsent(answer.Said),
            _ => new RefundUnknown(answer.Said),
        };

    private static RefundOutcome OfOrder(
        AbcAnswer answer, AbcAccount account, RefundRequest request)
    {
        if (!AbcOrder.TryRead(answer.Text("Order"), out var order))
        {
            return new RefundUnknown("the order in the answer cannot be read");
        }

        if (!IsAbout(order, account, request))
        {
            return new RefundUnknown("the answer is not about this refund and amount");
        }

        return order.Status switch
        {
            "04" or "05" => new RefundSucceeded(ChannelRefundNo: null, At: null),
            "01" or "03" => new RefundPending($"status {order.Status}: on its way"),
            "99" => new RefundDeclined("status 99: failed"),
            "02" => new RefundUnknown("status 02: no answer from the host"),
            _ => new RefundUnknown("the answer has no status of a refund"),
        };
    }

    // Which number and which amount stand in OrderNo and OrderAmount of a refund is not documented:
    // both numbers are ours, and RefundAmount is the refund's where there is one.
    private static bool IsAbout(AbcOrder order, AbcAccount account, RefundRequest request)
        => string.Equals(order.PayType, AbcMessages.RefundQuestion, StringComparison.Ordinal)
            && (string.Equals(order.Number, request.Number.ToString(), StringComparison.Ordinal)
                || string.Equals(
                    order.Number, AbcMessages.OriginalOf(account, request),
                    StringComparison.Ordinal))
            && (order.Refunded ?? order.Amount) == request.Total;

    private static bool IsAbout(
        AbcAnswer answer, AbcAccount account, RefundRequest request)
        => answer.Says("OrderNo", AbcMessages.OriginalOf(account, request))
            && answer.Says("NewOrderNo", request.Number.ToString())
            && YuanText.TryRead(answer.Text("TrxAmount"), out var amount)
            && amount == request.Total;

    /// <summary>The bank's reference, where it can be one.</summary>
    public static string? ReferenceOf(AbcAnswer answer)
        => answer.Text("iRspRef") is { Length: > 0 and <= ReferenceMax } reference
            && reference.All(char.IsAsciiLetterOrDigit)
                ? reference
                : null;

    /// <summary>The moment of the bank's host.</summary>
    public static DateTimeOffset? TimeOf(AbcAnswer answer)
        => BeijingClock.TryRead(
            $"{answer.Text("HostDate")} {answer.Text("HostTime")}", BeijingClock.Slashed,
            out var at)
            ? at
            : null;
}
