using PayFunctions.Clearing;
using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Clearing;

/// <summary>Journals that are filled by hand, and days that are closed.</summary>
internal sealed class ClearingWorld
{
    public static readonly DateOnly Day = BeijingDay.Of(An.Noon);

    public MemoryJournalStore Journal { get; } = new();

    public MemoryClearingStore Clearings { get; } = new();

    public Application Shop { get; init; } = Bench.Shop;

    public CloseDay Close => new(
        Clearings, Journal,
        new ReadCalendar(Microsoft.Extensions.Options.Options.Create(new ClearingOptions())));

    /// <summary>Journals a payment of the shop.</summary>
    public Task PayAsync(string number, long fen, DateTimeOffset at, FeeTerms? fee = null)
    {
        var open = An.Moved(
            An.Moved(null, new Create("shop", number, An.Terms(fen), default), at),
            new OpenAttempt(An.Product, An.Account, fee), at);
        var paid = An.Moved(open, An.Success(fen: fen), at);
        return WriteAsync(JournalRules.Of(open, paid, OrderEvent.Paid, at)!);
    }

    /// <summary>Journals a refund of an order that was paid another day.</summary>
    public Task RefundAsync(string number, long fen, DateTimeOffset at)
    {
        var paid = An.Moved(
            An.Moved(
                An.Moved(null, new Create("shop", number, An.Terms(fen), default), at),
                new OpenAttempt(An.Product, An.Account), at),
            An.Success(fen: fen), at);
        return WriteAsync(JournalRules.Of(
            paid, An.Moved(paid, An.Refund(fen: fen), at), OrderEvent.RefundRequested, at)!);
    }

    public Task WriteAsync(params JournalEntry[] entries)
        => Journal.WriteAsync(entries, default);

    /// <summary>Closes a day of the shop; what it comes to.</summary>
    public async Task<DayClearing> CloseAsync(DateOnly day)
    {
        await Close.RunAsync(Shop, day, default);
        return (await Clearings.FindAsync(Shop.AppId, day, default)).ShouldNotBeNull().Clearing;
    }
}
