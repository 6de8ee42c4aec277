using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Clearing;

/// <summary>
/// Ten thousand random commands to the orders of one merchant over many days: the books, the
/// journals and the clearings say the same to the fen.
/// </summary>
public sealed class BooksTests
{
    private const int Commands = 10_000;
    private const int InDay = 100;
    private const int Open = 40;

    private readonly ClearingWorld world = new();
    private readonly List<JournalEntry> late = [];
    private readonly Dictionary<string, long> books = new(StringComparer.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Clearings_equal_the_ledger_and_the_books_sum_to_zero_every_day(int seed)
    {
        var chance = new Random(seed);
        var orders = Enumerable.Range(0, Open).Select(i => An.Moved(
            null,
            new Create("shop", $"O-{i}", An.Terms(), i % 2 == 0 ? default : LateSuccess.Refund),
            An.Noon)).ToArray();
        var owed = 0L;
        for (var day = 0; day < Commands / InDay; day++)
        {
            var now = An.Noon.AddDays(day);
            for (var i = 0; i < InDay; i++)
            {
                var which = chance.Next(Open);
                orders[which] = await DoAsync(orders[which], chance, now.AddMinutes(i));
            }

            await world.WriteAsync([.. late]);
            late.Clear();
            await HoldLateAsync(chance, now);
            var cleared = await world.CloseAsync(BeijingDay.Of(now));
            owed += cleared.Sums.NetFen + cleared.LateFen;
            cleared.Balances.Values.Sum().ShouldBe(0);
            (cleared.CarriedInFen + cleared.Sums.NetFen + cleared.LateFen)
                .ShouldBe(cleared.PayoutFen + cleared.CarriedOutFen);
        }

        await world.WriteAsync([.. late]);
        var end = await world.CloseAsync(BeijingDay.Of(An.Noon).AddDays(Commands / InDay));
        owed += end.Sums.NetFen + end.LateFen;

        owed.ShouldBe(-books.GetValueOrDefault("merchant_payable:shop"));
        end.Balances.ShouldBe(
            books.Where(static b => b.Value != 0).ToDictionary(), ignoreOrder: true);
        orders.Sum(static o => PositionRules.Of(o).Values.Sum()).ShouldBe(0);
        owed.ShouldBeGreaterThan(0, "else nothing was ever paid");
    }

    private async Task<Order> DoAsync(Order order, Random chance, DateTimeOffset now)
    {
        var command = OrderPrograms.Command(order, chance.Next(1_000_000));
        if (OrderRules.Decide(order, command, now) is not Moved moved)
        {
            return order;
        }

        if (JournalRules.Of(order, moved.Order, moved.Event, now) is { } entry)
        {
            entry.Postings.Sum(static p => p.Fen).ShouldBe(0);
            foreach (var posting in entry.Postings)
            {
                books[posting.Account] =
                    books.GetValueOrDefault(posting.Account) + posting.Fen;
            }

            late.Add(entry);
            if (chance.Next(50) > 0)
            {
                await world.WriteAsync(entry);
                late.Remove(entry);
            }
        }

        return moved.Order;
    }

    /// <summary>Some of the day is journaled only after the day was closed.</summary>
    private async Task HoldLateAsync(Random chance, DateTimeOffset now)
    {
        if (chance.Next(3) > 0)
        {
            var open = An.Moved(
                An.Moved(
                    null,
                    new Create("shop", $"late-{now:yyyyMMdd}", An.Terms(7), default), now),
                new OpenAttempt(An.Product, An.Account), now);
            var entry = JournalRules.Of(
                open, An.Moved(open, An.Success(fen: 7), now), OrderEvent.Paid, now)!;
            foreach (var posting in entry.Postings)
            {
                books[posting.Account] =
                    books.GetValueOrDefault(posting.Account) + posting.Fen;
            }

            late.Add(entry);
        }

        await Task.CompletedTask;
    }
}
