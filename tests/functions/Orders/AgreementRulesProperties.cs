using PayFunctions.Ledger;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class AgreementRulesProperties
{
    [Fact]
    public void Debits_never_pass_a_limit()
        => OrderPrograms.ForAnyAgreement(static (before, _, decision) =>
        {
            var order = decision is Moved moved ? moved.Order : before;
            var limits = order.Terms.Agreement.ShouldNotBeNull();
            order.Debited.Fen.ShouldBeInRange(0, limits.TotalLimit!.Value.Fen);
            order.Debits.ShouldBeInRange(0, limits.CountLimit!.Value);
            order.Captures.ShouldAllBe(c => c.Total.Fen <= limits.SingleLimit.Fen);
        });

    [Fact]
    public void An_agreement_is_nothing_in_the_books()
        => OrderPrograms.ForAnyAgreement(static (before, said, decision) =>
        {
            if (decision is Moved moved && said.Command is not Revoke)
            {
                JournalRules.Of(before, moved.Order, moved.Event, said.At)?.Lines
                    .Where(static l => l.Fen != 0).ShouldBeEmpty();
                EntryRules.Of(before, moved.Order).ShouldBeEmpty();
            }
        });

    [Fact]
    public void Whatever_is_said_twice_of_an_agreement_moves_once()
        => OrderPrograms.ForAnyAgreement(static (_, said, decision) =>
        {
            if (decision is Moved moved && said.Command
                is not (Undecided or UndecidedRefund or UndecidedCapture or UndecidedUnsign))
            {
                OrderRules.Decide(moved.Order, said.Command, said.At)
                    .ShouldNotBeOfType<Moved>($"{said.Command}");
            }
        });

    [Fact]
    public void Somebody_looks_again_while_an_agreement_is_in_force_or_ending()
        => OrderPrograms.ForAnyAgreement(static (before, _, decision) =>
        {
            var order = decision is Moved moved ? moved.Order : before;
            if ((order.Payment is not null && order.End is null or { EndedAt: null })
                || order.OpenCaptures().Any())
            {
                WakeUpSchedule.NextAt(order).ShouldNotBeNull();
            }
        });

    [Fact]
    public void What_is_over_is_never_debited()
        => OrderPrograms.ForAnyAgreement(static (before, said, decision) =>
        {
            if (decision is Moved && said.Command is RequestDebit)
            {
                before.End.ShouldBeNull();
                before.State.ShouldBe(OrderState.Success);
            }
        });
}
