using PayFunctions.Orders;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What the bank's words about a trade mean. Every answer has a meaning here.
/// </summary>
/// <remarks>
/// The channel's number of a trade is our own order number: the bank names a trade by it in every
/// question, refund and statement. Its reference iRspRef comes with notifications, but with
/// questions only where the detail has it, and a trade must have one number by every road.
/// <para>
/// A question is answered with OrderDate and OrderTime, the moment of the order, and with no
/// moment of the payment. That moment is taken as the payment's: it is signed and the same at each
/// question, whereas our clock would say when we asked. It is early by what the payer took; a
/// notification, which usually comes first, has the true one.
/// </para>
/// </remarks>
internal static class AbcStatus
{
    /// <summary>What an answer to a question about a trade says.</summary>
    public static ChannelOutcome OfQuery(
        AbcAnswer answer, AbcAccount account, ChannelOrderNo number,
        string payType = AbcMessages.Payment)
        => AbcReturnCode.MeaningOf(answer.Code, account) switch
        {
            AbcMeaning.Done => OfOrder(answer, account, number, payType),

            // The payer's page may still be asked for: the bank has no order until then.
            AbcMeaning.NoSuchOrder => new Waiting(answer.Said),
            _ => new Unknown(answer.Said),
        };

    private static ChannelOutcome OfOrder(
        AbcAnswer answer, AbcAccount account, ChannelOrderNo number, string payType)
    {
        if (!AbcOrder.TryRead(answer.Text("Order"), out var order))
        {
            return new Unknown("the order in the answer cannot be read");
        }

        if (!string.Equals(order.PayType, payType, StringComparison.Ordinal)
            || !string.Equals(order.Number, number.ToString(), StringComparison.Ordinal))
        {
            return new Unknown("the answer is not about this trade");
        }

        return order.Status switch
        {
            "04" => Paid(order),
            "03" when account.Reading.RequestedIsPaid => Paid(order),
            "05" => Paid(order),  // refunded: it was paid, and the refund is known by its own road
            "01" => new Waiting("status 01: unpaid"),
            "99" => new Declined("status 99: failed"),
            "02" or "03" => new Unknown($"status {order.Status}: no answer, or requested only"),
            _ => new Unknown("the answer has no status of a payment"),  // 00 and 07 are of holds
        };
    }

    private static ChannelOutcome Paid(AbcOrder order)
        => order is { Amount: { } total, At: { } at }
            ? new Succeeded(total, order.Number, at)
            : new Unknown("paid, but OrderAmount, OrderDate or OrderTime is unreadable");
}
