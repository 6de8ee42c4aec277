namespace PayFunctions.Orders;

/// <summary>
/// What a channel's success does: money is never dropped, and never counted twice.
/// </summary>
internal static class SuccessRules
{
    /// <summary>Decides a success, in the documented order of checks.</summary>
    public static OrderDecision Decide(Order order, Succeed success, DateTimeOffset now)
    {
        var attempt = order.FindAttempt(success.Attempt);
        if (attempt is null)
        {
            return new Refused(OrderRefusal.AttemptUnknown);
        }

        if (!string.Equals(attempt.Account, success.Account, StringComparison.Ordinal))
        {
            return new Refused(OrderRefusal.AccountDiffers);
        }

        if (success.Total != order.Terms.Total)
        {
            return new Refused(OrderRefusal.AmountDiffers);
        }

        if (attempt.State == AttemptState.Succeeded)
        {
            return Again(order, attempt, success);
        }

        if (attempt is { State: AttemptState.Open, CancelAskedAt: not null })
        {
            return new Refused(OrderRefusal.CancelUnderWay);
        }

        var paid = OrderRules.Replace(OrderRules.Next(order), attempt with
        {
            State = AttemptState.Succeeded,
            AskAt = null,
            ChannelTradeNo = success.ChannelTradeNo,
        });
        return order.State switch
        {
            OrderState.Success => Owe(paid, success, RefundOrigin.SecondSuccess, now),
            OrderState.Closed or OrderState.Revoked when order.LateSuccess == LateSuccess.Refund
                && order.Terms.Agreement is not null => EndAtOnce(paid, success, now),
            OrderState.Closed or OrderState.Revoked when order.LateSuccess == LateSuccess.Refund
                => Owe(paid, success, RefundOrigin.LateSuccess, now),
            OrderState.Closed or OrderState.Revoked
                => Pay(paid, success, OrderEvent.Revived, now),
            _ => Pay(paid, success, OrderEvent.Paid, now),
        };
    }

    private static OrderDecision Again(Order order, Attempt attempt, Succeed success)
        => string.Equals(
            attempt.ChannelTradeNo, success.ChannelTradeNo, StringComparison.Ordinal)
                ? new Replayed(order)
                : new Refused(OrderRefusal.TradeNumberDiffers);

    /// <summary>Whatever else is open can be paid a second time: it is looked at now.</summary>
    private static Moved Pay(
        Order order, Succeed success, OrderEvent how, DateTimeOffset now)
        => new(
            order with
            {
                State = OrderState.Success,
                Payment = new Payment(success.Attempt, success.ChannelTradeNo, success.PaidAt),
                Attempts =
                [
                    .. order.Attempts.Select(a => a.State == AttemptState.Open
                        ? a with { AskAt = now }
                        : a),
                ],
            },
            how,
            TellsMerchant: true);

    /// <summary>Nobody waits for that signature any more. The merchant is told of the end.
    /// </summary>
    private static Moved EndAtOnce(Order order, Succeed success, DateTimeOffset now)
    {
        var signed = Pay(order, success, OrderEvent.UnsignRequested, now);
        return signed with
        {
            Order = signed.Order with
            {
                End = new AgreementEnd(AgreementEnder.Time, now, now),
            },
            TellsMerchant = false,
        };
    }

    private static Moved Owe(
        Order order, Succeed success, RefundOrigin origin, DateTimeOffset now)
        => new(
            RefundRules.Owe(order, success.Attempt, success.Total, origin, now),
            OrderEvent.RefundOwed);
}
