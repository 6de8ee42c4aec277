using PayFunctions.Channels;
using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Reconciliation;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Reconciliation;

/// <summary>An account's days, its journal and its bills.</summary>
internal sealed class ReconcileBench : IDisposable
{
    public static readonly DateOnly Day = BeijingDay.Of(An.Noon);

    public Bench Bench { get; } = new();

    public ScriptedBills Bills => Bench.Bills;

    /// <summary>The order's payment as the bill has it.</summary>
    public BillRow Payment(long fen = 100, long fee = 600) => new(
        BillRowKind.Payment, An.Noon, "T1", $"{Bench.Id}01", null, null, Money.OfFen(fen),
        Money.OfFen(fen), fee, "SUCCESS");

    /// <summary>The order's first refund as the bill has it.</summary>
    public BillRow Refund(long fen = 40, string? number = null) => new(
        BillRowKind.Refund, An.Noon, "T1", $"{Bench.Id}01", "C1", number ?? $"{Bench.Id}R001",
        Money.OfFen(fen), Money.OfFen(fen), 0, "SUCCESS");

    /// <summary>Reconciles a day at once; what it is then.</summary>
    public async Task<ReconciliationRun> RunAsync(DateOnly? day = null, bool again = true)
    {
        var which = day ?? Day;
        await Bench.Get<ReconcileConsumer>().RunAsync(
            new ReconcileMessage("alipay", An.Account, which, again), default);
        return (await FindAsync(which)).ShouldNotBeNull();
    }

    public Task<ReconciliationRun?> FindAsync(DateOnly day)
        => Bench.Reconciliations.FindAsync("alipay", An.Account, day, default);

    /// <summary>What is different on a day.</summary>
    public async Task<List<Difference>> DifferencesAsync(DateOnly? day = null)
        => await Bench.Reconciliations.ReadAsync(
            (await FindAsync(day ?? Day)).ShouldNotBeNull(), default).ToListAsync();

    /// <summary>The only difference of a day.</summary>
    public async Task<Difference> DifferenceAsync(DateOnly? day = null)
        => (await DifferencesAsync(day)).ShouldHaveSingleItem();

    /// <summary>The house's own entries.</summary>
    public IReadOnlyList<JournalEntry> House => Bench.Journal.Of(JournalScope.House);

    public void Dispose() => Bench.Dispose();
}
