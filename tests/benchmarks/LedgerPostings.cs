using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using PayFunctions.Ledger;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>
/// What the books cost a movement of money, against the decision that makes it: a payment, and a
/// refund of an order that has nine already.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class LedgerPostings
{
    private const int Refunds = 9;

    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly Succeed Success = new(1, "main", Money.OfFen(1_000), "T1", Noon);

    private static readonly RequestRefund Refund = new("R-last", Money.OfFen(40), Reason: null);

    private Order open = null!;
    private Order paid = null!;
    private Order refunded = null!;
    private Order refunding = null!;

    /// <summary>Makes the orders, and checks what the rules say of them.</summary>
    [GlobalSetup]
    public void Setup()
    {
        open = Moved(
            Moved(
                null,
                new Create(
                    "shop", "A-1",
                    new PaymentTerms(
                        Money.OfFen(1_000), "Tea", Body: null, Attach: null,
                        "https://shop.example/notify", ReturnUrl: null, Product: null,
                        TimeSpan.FromHours(2)),
                    default)),
            new OpenAttempt("alipay_page", "main"));
        paid = Moved(open, Success);
        refunded = paid;
        for (var i = 1; i <= Refunds; i++)
        {
            refunded = Moved(
                Moved(refunded, new RequestRefund($"R-{i}", Money.OfFen(40), Reason: null)),
                new SettleRefund(i, $"C{i}", Noon));
        }

        refunding = Moved(refunded, Refund);
        Expect(PositionRules.Of(paid), ("channel_receivable:alipay/main", 1_000));
        Expect(PositionRules.Of(refunding), ("channel_receivable:alipay/main", 640));
        Expect(EntryRules.Of(open, paid)[0].Fen, 1_000);
        Expect(EntryRules.Of(refunded, refunding)[0].Fen, 40);
        Expect(LineOf(PaidJournal(), JournalLineKind.Payment).Fen, 1_000);
        Expect(LineOf(RefundJournal(), JournalLineKind.RefundAccepted).Fen, 40);
    }

    /// <summary>The decision that an order is paid, for comparison.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("paid")]
    public object PaidDecision() => OrderRules.Decide(open, Success, Noon);

    /// <summary>What an order stands for.</summary>
    [Benchmark]
    [BenchmarkCategory("paid")]
    public int PaidPosition() => PositionRules.Of(paid).Count;

    /// <summary>Its postings.</summary>
    [Benchmark]
    [BenchmarkCategory("paid")]
    public int PaidEntry() => EntryRules.Of(open, paid).Length;

    /// <summary>Its entry in the journals, postings and all.</summary>
    [Benchmark]
    [BenchmarkCategory("paid")]
    public object? PaidJournal() => JournalRules.Of(open, paid, OrderEvent.Paid, Noon);

    /// <summary>The decision of a tenth refund, for comparison.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("refund")]
    public object RefundDecision() => OrderRules.Decide(refunded, Refund, Noon);

    /// <summary>What an order with ten refunds stands for.</summary>
    [Benchmark]
    [BenchmarkCategory("refund")]
    public int RefundPosition() => PositionRules.Of(refunding).Count;

    /// <summary>The postings of the tenth.</summary>
    [Benchmark]
    [BenchmarkCategory("refund")]
    public int RefundEntry() => EntryRules.Of(refunded, refunding).Length;

    /// <summary>Its entry in the journals, postings and all.</summary>
    [Benchmark]
    [BenchmarkCategory("refund")]
    public object? RefundJournal()
        => JournalRules.Of(refunded, refunding, OrderEvent.RefundRequested, Noon);

    private static Order Moved(Order? order, OrderCommand command)
        => OrderRules.Decide(order, command, Noon) is Moved moved
            ? moved.Order
            : throw new InvalidOperationException($"{command} moves nothing.");

    private static JournalLine LineOf(object? entry, JournalLineKind kind)
        => ((JournalEntry)entry!).Lines.Single(line => line.Kind == kind);

    private static void Expect(long fen, long expected)
    {
        if (fen != expected)
        {
            throw new InvalidOperationException($"The movement is of {fen}, not {expected}.");
        }
    }

    private static void Expect(
        SortedDictionary<string, long> position, (string Account, long Fen) expected)
    {
        if (position.GetValueOrDefault(expected.Account) != expected.Fen
            || position.Values.Sum() != 0)
        {
            throw new InvalidOperationException($"The position is not {expected}.");
        }
    }
}
