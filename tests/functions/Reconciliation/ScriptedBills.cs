using PayFunctions.Channels;

namespace PayFunctions.Tests.Reconciliation;

/// <summary>A channel that has bills, and nothing else.</summary>
internal sealed class ScriptedBills : IDailyBill
{
    /// <summary>What it says of a day; nothing moved on the others.</summary>
    public Dictionary<DateOnly, BillOpening> Days { get; } = [];

    /// <summary>How often it was asked.</summary>
    public int Questions { get; private set; }

    /// <inheritdoc/>
    public string Name => "alipay";

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    /// <inheritdoc/>
    public Task<BillOpening> OpenBillAsync(
        string account, DateOnly day, CancellationToken cancellation)
    {
        Questions++;
        return Task.FromResult(Days.GetValueOrDefault(day, new BillEmpty()));
    }

    /// <summary>A bill of those rows.</summary>
    public static BillOpening Of(params BillRow[] rows) => new BillReady(rows.ToAsyncEnumerable());

    /// <summary>A bill that breaks off behind those rows.</summary>
    public static BillOpening Broken(params BillRow[] rows) => new BillReady(BreakAsync(rows));

    private static async IAsyncEnumerable<BillRow> BreakAsync(BillRow[] rows)
    {
        await Task.Yield();
        foreach (var row in rows)
        {
            yield return row;
        }

        throw new BillBrokenException("the bill ends without its totals");
    }
}
