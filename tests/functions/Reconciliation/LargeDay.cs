using System.Globalization;
using PayFunctions.Channels;
using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Reconciliation;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Reconciliation;

/// <summary>A day on which everything happens that can, reconciled from the queue.</summary>
internal sealed class LargeDay : IDisposable
{
    /// <summary>How many orders of every fate there are.</summary>
    public const int OfEach = 2;

    private const int Enough = 2_000;
    private const long Fee = 600;
    private const long WrongFee = 2_600;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly Dictionary<DateOnly, List<BillRow>> bills = new()
    {
        [Day.AddDays(-1)] = [],
        [Day] = [],
        [Day.AddDays(1)] = [],
    };

    private LargeDay(RunLimits limits) => Bench = new Bench(limits: limits);

    public static DateOnly Day => ReconcileBench.Day;

    public Bench Bench { get; }

    /// <summary>How many messages were handled.</summary>
    public int Handled { get; private set; }

    /// <summary>How often each message is handed out.</summary>
    public int Deliveries { get; init; } = 1;

    public static async Task<LargeDay> OpenAsync(RunLimits limits, int deliveries = 1)
    {
        var day = new LargeDay(limits) { Deliveries = deliveries };
        await day.Bench.ChangeAccountAsync(
            An.Account, static account => account with { FeeBasisPoints = 60 });
        day.Bench.Channel.Query[1] = new Succeeded(Money.OfFen(100), "T1", An.Noon);
        foreach (var fate in Enum.GetValues<Fate>())
        {
            for (var i = 0; i < OfEach; i++)
            {
                await day.AddAsync(fate, $"{fate}-{i}");
            }
        }

        return day;
    }

    /// <summary>What the bill said wrongly of the first order of each fate is right now.</summary>
    public void Mend()
    {
        foreach (var fate in new[] { Fate.OtherAmount, Fate.OtherFee, Fate.NotThere })
        {
            var id = OrderId.Of("shop", $"{fate}-0");
            bills[Day].RemoveAll(row => string.Equals(
                row.OutTradeNo, $"{id}01", StringComparison.Ordinal));
            bills[Day].Add(Payment(id));
        }
    }

    /// <summary>Has a day reconciled, to the end of the queue.</summary>
    public async Task RunAsync(DateOnly day)
    {
        Show();
        await Bench.Get<PlanReconciliations>().PlanAsync(
            "alipay", An.Account, day, again: true, default);
        while (await StepAsync())
        {
            Handled.ShouldBeLessThan(Enough);
        }
    }

    /// <summary>The channel hands out the bills.</summary>
    public void Show()
    {
        foreach (var (which, rows) in bills)
        {
            Bench.Bills.Days[which] = ScriptedBills.Of([.. rows]);
        }
    }

    /// <summary>Handles the next message; one that dies is handed out again. False when there is
    /// none.</summary>
    public async Task<bool> StepAsync()
    {
        var queue = Bench.Reconcile.Queue;
        if (queue.NextVisibleAt is not { } next)
        {
            return false;
        }

        Bench.Clock.AdvanceTo(next > Bench.Clock.GetUtcNow() ? next : Bench.Clock.GetUtcNow());
        var message = queue.Receive(Lease).ShouldNotBeNull();
        Handled++;
        try
        {
            for (var i = 0; i < Deliveries; i++)
            {
                await Bench.Get<ReconcileConsumer>().RunAsync(message.Body, default);
            }

            queue.Delete(message.MessageId, message.PopReceipt);
        }
        catch (CutException)
        {
            // The message was not deleted: it comes back when its lease is over.
        }

        return true;
    }

    public Task<ReconciliationRun?> FindAsync(DateOnly day)
        => Bench.Reconciliations.FindAsync("alipay", An.Account, day, default);

    /// <summary>All that came of it, as text: without times and steps.</summary>
    public async Task<List<string>> ResultAsync()
    {
        var result = new List<string>();
        foreach (var day in bills.Keys)
        {
            if (await FindAsync(day) is { } run)
            {
                result.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{day}: {run.State}, {run.Rows} rows, {run.Matched} matched, {run.Open} open, "
                    + $"{run.BookedFen} booked {run.Bookings} times, {run.Progress}"));
                result.AddRange(await Bench.Reconciliations.ReadAsync(run, default)
                    .Select(static difference => difference.ToString())
                    .Order(StringComparer.Ordinal).ToListAsync());
            }
        }

        result.AddRange(Bench.Reconciliations.Halves.Select(static half => half.ToString()));
        result.AddRange(Bench.Journal.Of(JournalScope.House).Select(static entry =>
            $"{entry.Reference} {entry.Event}: {string.Join(", ", entry.Postings)}")
            .Order(StringComparer.Ordinal));
        return result;
    }

    public void Dispose() => Bench.Dispose();

    private async Task AddAsync(Fate fate, string number)
    {
        var id = OrderId.Of("shop", number);
        if (fate is Fate.Foreign or Fate.ForeignTwice or Fate.ForeignRefund)
        {
            var row = fate == Fate.ForeignRefund ? Refund(id, $"by-hand-{number}") : Payment(id);
            bills[Day].AddRange(Enumerable.Repeat(
                row with { OutTradeNo = number }, fate == Fate.ForeignTwice ? 2 : 1));
            return;
        }

        await ApplyAsync(id, new Create("shop", number, An.Terms(), default));
        await ApplyAsync(id, new OpenAttempt(An.Product, An.Account));
        if (fate is Fate.OnlyTheChannelKnows)
        {
            bills[Day].Add(Payment(id));
        }
        else if (fate is Fate.NeverConfirmed)
        {
            await ApplyAsync(id, new OpenAttempt("alipay_wap", An.Account));
            bills[Day].Add(Payment(id) with { OutTradeNo = $"{id}02" });
        }
        else
        {
            await PayAsync(id, fate);
        }

        var file = (await Bench.Orders.FindFileAsync(id, default)).ShouldNotBeNull();
        await Bench.Journal.WriteAsync(file.Posted, default);
    }

    private async Task PayAsync(OrderId id, Fate fate)
    {
        await ApplyAsync(id, An.Success(trade: $"T-{id}"));
        if (fate is (>= Fate.Refunded and <= Fate.RefundFailedHere)
            or Fate.RefundOnTheDayBefore)
        {
            await ApplyAsync(id, An.Refund());
            await ApplyAsync(id, fate == Fate.RefundFailedHere
                ? new FailRefund(1, "no money", NeedsHuman: false)
                : new SettleRefund(1, TheirsOf(id), An.Noon));
            bills[Day].Add(Payment(id));
        }

        var (day, rows) = RowsOf(id, fate);
        bills[day].AddRange(rows);
    }

    private static (DateOnly Day, BillRow[] Rows) RowsOf(OrderId id, Fate fate) => fate switch
    {
        Fate.Agrees => (Day, [Payment(id)]),
        Fate.OtherAmount => (Day, [Payment(id) with { Total = Money.OfFen(99) }]),
        Fate.OtherCurrency => (Day, [Payment(id) with { Total = new Money(100, "USD") }]),
        Fate.OtherFee => (Day, [Payment(id) with { FeeMilliFen = WrongFee }]),
        Fate.Twice => (Day, [Payment(id), Payment(id)]),
        Fate.Thrice => (Day, [Payment(id), Payment(id), Payment(id)]),
        Fate.Refunded or Fate.RefundFailedHere => (Day, [Refund(id)]),
        Fate.RefundedByTheirNumber => (Day, [Refund(id) with { OutRefundNo = null }]),
        Fate.RefundedTwiceByTheirNumber => (
            Day,
            [Refund(id) with { OutRefundNo = null }, Refund(id) with { OutRefundNo = null }]),
        Fate.RefundOfAnotherAmount => (Day, [Refund(id) with { Total = Money.OfFen(39) }]),
        Fate.RefundWithoutAnyNumber => (
            Day, [Refund(id) with { OutRefundNo = null, ChannelRefundNo = null }]),
        Fate.OnTheDayBefore => (Day.AddDays(-1), [Payment(id)]),
        Fate.OnTheDayAfter => (Day.AddDays(1), [Payment(id)]),
        Fate.RefundOnTheDayBefore => (
            Day.AddDays(-1), [Refund(id) with { OutRefundNo = null }]),
        _ => (Day, []),
    };

    private static BillRow Payment(OrderId id) => new(
        BillRowKind.Payment, An.Noon, $"T-{id}", $"{id}01", null, null, Money.OfFen(100),
        Money.OfFen(100), Fee, "SUCCESS");

    private static BillRow Refund(OrderId id, string? number = null) => Payment(id) with
    {
        Kind = BillRowKind.Refund,
        ChannelRefundNo = TheirsOf(id),
        OutRefundNo = number ?? $"{id}R001",
        Total = Money.OfFen(40),
        Settled = Money.OfFen(40),
        FeeMilliFen = 0,
    };

    private static string TheirsOf(OrderId id) => $"C-{id}";

    private Task<OrderDecision> ApplyAsync(OrderId id, OrderCommand command)
        => Bench.Commit.ApplyAsync(id, command, default);
}
