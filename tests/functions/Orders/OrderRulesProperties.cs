using FsCheck;
using FsCheck.Fluent;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class OrderRulesProperties
{
    private const int Sequences = 2_000;

    [Fact]
    public void Any_sequence_of_commands_keeps_the_invariants()
        => Prop.ForAll<int[]>(static program =>
        {
            Order? order = null;
            var now = An.Noon;
            foreach (var step in program)
            {
                now += TimeSpan.FromMinutes(Math.Abs(step % 40));
                order = Step(order, step, now);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

    private static Order? Step(Order? order, int step, DateTimeOffset now)
    {
        var decision = OrderRules.Decide(order, Command(order, step), now);
        if (decision is not Moved moved)
        {
            if (decision is Replayed replayed)
            {
                replayed.Order.ShouldBeSameAs(order);
            }

            return order;
        }

        var next = moved.Order;
        next.Version.ShouldBe((order?.Version ?? 0) + 1);
        Accounts(next);
        if (order is { IsTerminal: true })
        {
            moved.Event.ShouldBeOneOf(
                OrderEvent.Revived, OrderEvent.RefundOwed, OrderEvent.AttemptEnded,
                OrderEvent.AskedAgain, OrderEvent.Revoked, OrderEvent.RevokedPaid,
                OrderEvent.CancelBegun, OrderEvent.CancelDropped, OrderEvent.CodeShown, OrderEvent.RefundRequested, OrderEvent.Refunded,
                OrderEvent.RefundFailed, OrderEvent.RefundAskedAgain);
        }

        if (order?.Payment is not null)
        {
            next.Payment.ShouldBe(order.Payment);
        }

        return next;
    }

    /// <summary>Every success is the payment or is owed back, once.</summary>
    private static void Accounts(Order order)
    {
        var succeeded = order.Attempts.Count(static a => a.State == AttemptState.Succeeded);
        var owed = order.Refunds.Where(static r => r.Origin != RefundOrigin.Merchant)
            .Select(static r => r.Attempt).Distinct().Count();
        (owed + (order.Payment is null ? 0 : 1)).ShouldBe(succeeded);
        (order.Payment is not null).ShouldBe(order.State == OrderState.Success);
        foreach (var attempt in order.Attempts)
        {
            order.RefundedOf(attempt.Number).Fen.ShouldBeInRange(0, order.Terms.Total.Fen);
        }
    }

    private static OrderCommand Command(Order? order, int step)
    {
        var attempt = 1 + Math.Abs(step / 16 % 4);
        var late = step % 2 == 0 ? LateSuccess.Revive : LateSuccess.Refund;
        var open = order?.OpenAttempts().Select(static a => a.Number).ToArray() ?? [];
        var refund = 1 + Math.Abs(step / 32 % 4);
        return Math.Abs(step % 22) switch
        {
            0 => An.Create(late: late),
            1 => new OpenAttempt(An.Product, An.Account),
            2 => new OpenAttempt("alipay_wap", An.Account),
            3 => An.Success(attempt, trade: $"T{attempt}"),
            4 => An.Success(attempt, fen: 1 + Math.Abs(step % 200)),
            5 => new Decline(attempt, An.Account),
            6 => new Undecided(attempt),
            7 => new Expire([.. open]),
            8 => new Expire([]),
            9 => new Close([.. open]),
            10 => new Close([], [.. open]),
            11 => new ChargeCode("alipay_barcode", An.Account, $"code{attempt}"),
            12 => new ShowCode(attempt, "https://code.example/1"),
            13 => new Revoke(attempt, An.Account, Refunded: null),
            14 => new Revoke(attempt, An.Account, new RevokedPayment($"T{attempt}", An.Noon)),
            15 => new CancelOrder(),
            16 => new RequestRefund($"R{refund}", Money.OfFen(1 + Math.Abs(step % 90)), null),
            17 => new SettleRefund(refund, "C1", An.Noon),
            18 => new FailRefund(refund, "no money", NeedsHuman: step % 3 == 0),
            19 => new UndecidedRefund(refund),
            20 => new BeginCancel(attempt),
            21 => new DropCancel(attempt),
            _ => new Close([]),
        };
    }
}
