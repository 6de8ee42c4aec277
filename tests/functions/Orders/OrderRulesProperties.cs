using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class OrderRulesProperties
{
    private static readonly OrderEvent[] AfterTheEnd =
    [
        OrderEvent.Revived, OrderEvent.RefundOwed, OrderEvent.AttemptEnded,
        OrderEvent.AskedAgain, OrderEvent.Revoked, OrderEvent.RevokedPaid,
        OrderEvent.CodeShown, OrderEvent.RefundRequested, OrderEvent.Refunded,
        OrderEvent.RefundFailed, OrderEvent.RefundAskedAgain, OrderEvent.CancelBegun,
        OrderEvent.CancelDropped, OrderEvent.KCodeSent, OrderEvent.KCodeRefused,
        OrderEvent.KCodeFailed, OrderEvent.KCodeExhausted,
    ];

    [Fact]
    public void Any_sequence_of_commands_keeps_the_books()
        => OrderPrograms.ForAnySequence(static (before, _, decision) =>
        {
            var next = decision is Moved moved ? moved.Order : before;
            EverySuccessIsPaymentOrGoesBack(next);
            NoMoreIsRefundedThanWasPaid(next);
        });

    [Fact]
    public void Only_a_move_changes_an_order_and_each_counts_one_version()
        => OrderPrograms.ForAnySequence(static (before, _, decision) =>
        {
            if (decision is Replayed replayed)
            {
                replayed.Order.ShouldBeSameAs(before);
            }
            else if (decision is Moved moved)
            {
                moved.Order.Version.ShouldBe(before.Version + 1);
                WhatIsOverStays(before, moved);
            }
        });

    [Fact]
    public void Whatever_is_said_twice_moves_once()
        => OrderPrograms.ForAnySequence(static (_, said, decision) =>
        {
            if (decision is Moved moved
                && said.Command is not (Undecided or UndecidedRefund))
            {
                OrderRules.Decide(moved.Order, said.Command, said.At)
                    .ShouldNotBeOfType<Moved>($"{said.Command}");
            }
        });

    [Fact]
    public void Somebody_looks_again_while_anything_is_undecided()
        => OrderPrograms.ForAnySequence(static (before, said, decision) =>
        {
            var next = decision is Moved moved ? moved.Order : before;
            var isUndecided = next.OpenAttempts().Any() || next.OpenRefunds().Any();
            (WakeUpSchedule.NextAt(next) is not null)
                .ShouldBe(isUndecided || !next.IsTerminal);
            next.Refunds
                .All(static r => (r.AskAt is not null) == (r.State == RefundState.Processing))
                .ShouldBeTrue();
            next.Attempts
                .All(static a => (a.AskAt is not null) == (a.State == AttemptState.Open))
                .ShouldBeTrue();
            if (decision is Moved { Order: var order } && said.Command is Undecided)
            {
                order.OpenAttempts().Max(static a => a.AskAt).ShouldNotBeNull()
                    .ShouldBeGreaterThan(said.At);
            }
        });

    /// <summary>A success is the payment, or went back, or is on its way back, or both.</summary>
    private static void EverySuccessIsPaymentOrGoesBack(Order order)
    {
        (order.Payment is not null).ShouldBe(order.State == OrderState.Success);
        foreach (var attempt in order.Attempts)
        {
            var isPayment = order.Payment?.Attempt == attempt.Number;
            var goesBack = order.Refunds.Any(
                r => r.Attempt == attempt.Number && r.Origin != RefundOrigin.Merchant);
            (isPayment || goesBack).ShouldBe(attempt.State == AttemptState.Succeeded);
            if (!isPayment && attempt.State == AttemptState.Succeeded)
            {
                GoesBackWhole(order, attempt.Number);
            }
        }
    }

    /// <summary>Whole, unless every number that may be tried has failed.</summary>
    private static void GoesBackWhole(Order order, int attempt)
        => (order.RefundedOf(attempt) == order.Terms.Total
            || order.Refunds.Count(
                r => r.Attempt == attempt && r.State == RefundState.Failed)
                    >= RefundRules.MaxOwnTries).ShouldBeTrue();

    private static void NoMoreIsRefundedThanWasPaid(Order order)
    {
        foreach (var attempt in order.Attempts)
        {
            var paid = attempt.State == AttemptState.Succeeded ? order.Terms.Total.Fen : 0;
            order.RefundedOf(attempt.Number).Fen.ShouldBeInRange(0, paid);
        }

        order.Refunds.All(static r => r.Total.Fen > 0).ShouldBeTrue();
        order.Refunds.Select(static r => r.Number)
            .SequenceEqual(Enumerable.Range(1, order.Refunds.Length)).ShouldBeTrue();
        var numbers = order.Refunds.Select(static r => r.OutRequestNo).OfType<string>().ToList();
        numbers.Distinct(StringComparer.Ordinal).Count().ShouldBe(numbers.Count);
    }

    private static void WhatIsOverStays(Order before, Moved moved)
    {
        if (before.IsTerminal)
        {
            moved.Event.ShouldBeOneOf(AfterTheEnd);
        }

        if (before.Payment is { } payment)
        {
            moved.Order.Payment.ShouldBe(payment);
        }

        foreach (var refund in before.Refunds)
        {
            if (refund.State is RefundState.Succeeded or RefundState.Failed)
            {
                moved.Order.Refunds[refund.Number - 1].ShouldBe(refund);
            }
        }
    }
}
