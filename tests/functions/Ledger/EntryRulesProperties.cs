using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Ledger;

public sealed class EntryRulesProperties
{
    [Fact]
    public void Every_entry_sums_to_zero_and_takes_the_books_to_what_the_order_says()
        => OrderPrograms.ForAnySequence(static (before, _, decision) =>
        {
            if (decision is not Moved { Order: var after })
            {
                return;
            }

            var entry = EntryRules.Of(before, after);
            entry.Sum(static p => p.Fen).ShouldBe(0);
            entry.ShouldAllBe(static p => p.Fen != 0);
            var books = PositionRules.Of(before);
            foreach (var posting in entry)
            {
                books[posting.Account] =
                    books.GetValueOrDefault(posting.Account) + posting.Fen;
            }

            books.Where(static b => b.Value != 0).ShouldBe(PositionRules.Of(after));
        });

    [Fact]
    public void No_channel_owes_less_than_nothing_and_nobody_is_owed_less()
        => OrderPrograms.ForAnySequence(static (before, _, decision) =>
        {
            foreach (var (account, fen) in PositionRules.Of(
                decision is Moved moved ? moved.Order : before))
            {
                (account.StartsWith(Chart.ChannelReceivable, StringComparison.Ordinal)
                    ? fen : -fen).ShouldBeGreaterThan(0, account);
            }
        });

    [Fact]
    public void The_merchant_is_owed_the_payment_without_what_was_refunded()
        => OrderPrograms.ForAnySequence(static (before, _, decision) =>
        {
            var order = decision is Moved moved ? moved.Order : before;
            var owed = order.Payment is { } payment
                ? order.Terms.Total.Fen - order.RefundedOf(payment.Attempt).Fen
                    - KeptOf(order, payment)
                : 0;

            PositionRules.Of(order).GetValueOrDefault(Chart.PayableOf(order.AppId).Name)
                .ShouldBe(-owed);
        });

    /// <summary>The share of 300 basis points that stays, by hand: see OrderPrograms.</summary>
    private static long KeptOf(Order order, Payment payment)
    {
        if (order.FindAttempt(payment.Attempt)!.Fee is null)
        {
            return 0;
        }

        var total = order.Terms.Total.Fen;
        var fee = Math.Round(total * 0.03m, MidpointRounding.AwayFromZero);
        var back = Math.Round(
            fee * order.RefundedOf(payment.Attempt).Fen / total, MidpointRounding.AwayFromZero);
        return (long)(fee - back);
    }
}
