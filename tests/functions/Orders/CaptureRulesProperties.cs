using PayFunctions.Ledger;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class CaptureRulesProperties
{
    [Fact]
    public void Captured_and_released_never_exceed_what_is_held()
        => OrderPrograms.ForAnyHold(static (before, _, decision) =>
        {
            var order = decision is Moved moved ? moved.Order : before;
            order.Remaining.Fen.ShouldBeInRange(0, order.Terms.Total.Fen);
            if (order.Captures.Any(
                static c => c is { IsFinal: true, State: CaptureState.Succeeded }))
            {
                order.Remaining.Fen.ShouldBe(0);
            }
        });

    [Fact]
    public void Every_entry_of_a_hold_sums_to_zero_and_the_books_say_what_is_held()
        => OrderPrograms.ForAnyHold(static (before, _, decision) =>
        {
            if (decision is not Moved { Order: var after })
            {
                return;
            }

            EntryRules.Of(before, after).Sum(static p => p.Fen).ShouldBe(0);
            var books = PositionRules.Of(after);
            books.Keys.ShouldAllBe(static account =>
                account.StartsWith("hold_", StringComparison.Ordinal));
            var held = books.Where(static b => b.Key.StartsWith(
                    Chart.HoldReceivable, StringComparison.Ordinal))
                .Sum(static b => b.Value);
            held.ShouldBeGreaterThanOrEqualTo(0);
            books.GetValueOrDefault(Chart.HeldFor(after.AppId).Name).ShouldBe(-held);
        });

    [Fact]
    public void Whatever_is_said_twice_of_a_hold_moves_once()
        => OrderPrograms.ForAnyHold(static (_, said, decision) =>
        {
            if (decision is Moved moved && said.Command
                is not (Undecided or UndecidedRefund or UndecidedCapture))
            {
                OrderRules.Decide(moved.Order, said.Command, said.At)
                    .ShouldNotBeOfType<Moved>($"{said.Command}");
            }
        });

    [Fact]
    public void Somebody_looks_again_while_a_capture_is_undecided_or_something_is_held()
        => OrderPrograms.ForAnyHold(static (before, _, decision) =>
        {
            var order = decision is Moved moved ? moved.Order : before;
            order.Captures
                .All(static c => (c.AskAt is not null) == (c.State == CaptureState.Processing))
                .ShouldBeTrue();
            if (order.OpenCaptures().Any()
                || (order.State == OrderState.Success && order.Remaining.Fen > 0
                    && order.Refunds.Count(static r => r.Origin == RefundOrigin.HoldExpired)
                        < RefundRules.MaxOwnTries))
            {
                WakeUpSchedule.NextAt(order).ShouldNotBeNull();
            }
        });
}
