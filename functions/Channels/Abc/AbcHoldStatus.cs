using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What the bank's words about a pre-authorisation mean. It is confirmed or cancelled once, as a
/// whole: afterwards its own status says which (07 or 00). So a question about the hold also says
/// what became of a capture or a release whose answer was lost.
/// </summary>
internal static class AbcHoldStatus
{
    private const string Held = "04";
    private const string Confirmed = "07";
    private const string Cancelled = "00";

    /// <summary>What an answer to a question about a hold says.</summary>
    public static ChannelOutcome OfHold(AbcReply reply, AbcAccount account, ChannelOrderNo number)
        => Read(reply, account, number, out var order, out var why) switch
        {
            // It was held, whatever became of it since; that is known by its own road.
            Held or Confirmed => order is { Amount: { } total, At: { } at }
                ? new Succeeded(total, order.Number, at)
                : new Unknown("held, but OrderAmount, OrderDate or OrderTime is unreadable"),
            Cancelled => new Declined("status 00: cancelled"),
            "01" => new Waiting("status 01: not authorised"),
            "99" => new Declined("status 99: failed"),
            "" => new Waiting(why),
            null => new Unknown(why),
            var other => new Unknown($"status {other}"),
        };

    /// <summary>What an answer to a question about a hold says of its capture.</summary>
    public static ChannelOutcome OfCapture(AbcReply reply, AbcAccount account, TradeReference trade)
        => Read(reply, account, trade.Capture!.HoldNumber(), out _, out var why) switch
        {
            // The bank's answer has the moment of the hold only.
            Confirmed => new Succeeded(trade.Total, trade.Number.ToString(), trade.OpenedAt),
            Held => new Waiting("status 04: held, not confirmed"),
            Cancelled => new Declined("status 00: cancelled"),
            null or "" => new Unknown(why),
            var other => new Unknown($"status {other}"),
        };

    /// <summary>What an answer to a question about a hold says of its release.</summary>
    public static RefundOutcome OfRelease(
        AbcReply reply, AbcAccount account, RefundRequest request)
        => Read(reply, account, request.Trade.Number, out _, out var why) switch
        {
            Cancelled => new RefundSucceeded(ChannelRefundNo: null, At: null),
            Held => new RefundAbsent("status 04: held, not cancelled"),
            Confirmed => new RefundDeclined("status 07: confirmed"),
            null or "" => new RefundUnknown(why),
            var other => new RefundUnknown($"status {other}"),
        };

    /// <summary>
    /// What the answer to a confirmation says: the number of what was confirmed and the moment of
    /// the bank's host say that it was done. Null where a question must say it.
    /// </summary>
    public static ChannelOutcome? OfConfirmation(
        AbcAnswer answer, AbcAccount account, CaptureRequest request)
        => AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done when IsAbout(
                answer, request.Number.ToString(), request.Hold.HoldNumber().ToString(),
                request.Order.Terms.Total)
                && AbcRefundStatus.TimeOf(answer) is { } at
                => new Succeeded(request.Order.Terms.Total, request.Number.ToString(), at),
            AbcMeaning.Refused => new Declined(answer.Said),
            _ => null,
        };

    /// <summary>What the answer to a cancellation says; null where a question must say it.
    /// </summary>
    public static RefundOutcome? OfCancellation(
        AbcAnswer answer, AbcAccount account, RefundRequest request)
        => AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done when IsAbout(
                answer, request.Number.ToString(), request.Trade.Number.ToString(), request.Total)
                && AbcRefundStatus.TimeOf(answer) is { } at
                => new RefundSucceeded(AbcRefundStatus.ReferenceOf(answer), at),
            AbcMeaning.Refused => new RefundDeclined(answer.Said),
            _ => null,
        };

    private static bool IsAbout(AbcAnswer answer, string number, string hold, Money total)
        => answer.Says("OrderNo", number)
            && answer.Says("OriginalOrderNo", hold)
            && YuanText.TryRead(answer.Text("OrderAmount"), out var amount)
            && amount == total;

    /// <summary>The status; empty where the bank has no such order, null where nothing was
    /// learned.</summary>
    private static string? Read(
        AbcReply reply, AbcAccount account, ChannelOrderNo number, out AbcOrder? order,
        out string why)
    {
        order = null;
        if (reply.Answer is not { } answer)
        {
            why = reply.Reason;
            return null;
        }

        why = answer.Said;
        switch (AbcReturnCode.MeaningOf(answer.Code, account))
        {
            case AbcMeaning.NoSuchOrder:
                return "";
            case AbcMeaning.Done when AbcOrder.TryRead(answer.Text("Order"), out order)
                && string.Equals(order.PayType, AbcMessages.Hold, StringComparison.Ordinal)
                && string.Equals(order.Number, number.ToString(), StringComparison.Ordinal):
                return order.Status;
            default:
                why = $"nothing about this hold: {why}";
                return null;
        }
    }
}
