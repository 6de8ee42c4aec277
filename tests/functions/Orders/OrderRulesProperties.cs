using FsCheck;
using FsCheck.Fluent;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class OrderRulesProperties
{
    private const int Sequences = 400;
    private const int Steps = 40;

    private static readonly Gen<int[]> Programs = Gen.Choose(0, 999_999).ArrayOf(Steps);

    private static readonly OrderEvent[] AfterTheEnd =
    [
        OrderEvent.Revived, OrderEvent.RefundOwed, OrderEvent.AttemptEnded,
        OrderEvent.AskedAgain, OrderEvent.Revoked, OrderEvent.RevokedPaid,
        OrderEvent.CodeShown, OrderEvent.RefundRequested, OrderEvent.Refunded,
        OrderEvent.RefundFailed, OrderEvent.RefundAskedAgain, OrderEvent.CancelBegun,
        OrderEvent.CancelDropped,
    ];

    [Fact]
    public void Any_sequence_of_commands_keeps_the_books()
        => ForAnySequence(static (before, _, decision) =>
        {
            var next = decision is Moved moved ? moved.Order : before;
            EverySuccessIsPaymentOrGoesBack(next);
            NoMoreIsRefundedThanWasPaid(next);
        });

    [Fact]
    public void Only_a_move_changes_an_order_and_each_counts_one_version()
        => ForAnySequence(static (before, _, decision) =>
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
        => ForAnySequence(static (_, said, decision) =>
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
        => ForAnySequence(static (before, said, decision) =>
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

    private static void ForAnySequence(
        Action<Order, (OrderCommand Command, DateTimeOffset At), OrderDecision> check)
        => Prop.ForAll(Programs.ToArbitrary(), program =>
        {
            var late = program.FirstOrDefault() % 2 == 0 ? LateSuccess.Revive : LateSuccess.Refund;
            var order = An.Order(late);
            var now = An.Noon;
            foreach (var step in program)
            {
                now += TimeSpan.FromSeconds(step / 7 % 300);
                var command = Command(order, step);
                var decision = OrderRules.Decide(order, command, now);
                check(order, (command, now), decision);
                order = decision is Moved moved ? moved.Order : order;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

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

    /// <summary>The last two digits choose the command, the others what it is about.</summary>
    private static OrderCommand Command(Order order, int step)
    {
        var attempt = 1 + (step / 100 % 3);
        int[] open = [.. order.OpenAttempts().Select(static a => a.Number)];
        return (step % 100) switch
        {
            < 6 => new OpenAttempt(step / 100 % 2 == 0 ? An.Product : "alipay_wap", An.Account),
            < 12 => An.Charge($"code{attempt}"),
            < 24 => An.Success(attempt, trade: $"T{attempt}"),
            < 28 => new Decline(attempt, An.Account),
            < 32 => new Undecided(attempt),
            < 35 => An.Revoke(attempt: attempt),
            < 40 => An.Revoke(An.GivenBack($"T{attempt}"), attempt),
            < 80 => RefundCommand(step),
            80 or 81 => new Expire([.. open]),
            82 or 83 => new Close([.. open]),
            84 or 85 => new Close([], [.. open]),
            86 => new CancelOrder(),
            87 => new Close([]),
            88 => new Expire([]),
            89 => new ShowCode(attempt, "https://code.example/1"),
            90 => An.Success(attempt, fen: 99),
            91 => An.Success(attempt, account: "other"),
            92 => new Decline(attempt, "other"),
            93 => An.Success(attempt, trade: "T9"),
            94 or 95 => new BeginCancel(attempt),
            96 => new DropCancel(attempt),
            _ => An.Create(),
        };
    }

    private static OrderCommand RefundCommand(int step)
    {
        var refund = 1 + (step / 100 % 5);
        return (step % 4) switch
        {
            0 => An.Refund($"R{refund}", 1 + (step / 1000 % 60)),
            1 => new SettleRefund(refund, "C1", An.Noon),
            2 => new FailRefund(refund, "no money", NeedsHuman: step / 1000 % 3 == 0),
            _ => new UndecidedRefund(refund),
        };
    }
}
