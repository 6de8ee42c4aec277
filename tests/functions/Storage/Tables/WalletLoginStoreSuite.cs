using PayFunctions.Storage;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

/// <summary>What every store of wallets' openings must hold.</summary>
public abstract class WalletLoginStoreSuite
{
    private static int names;

    private readonly string digest = $"digest-{Interlocked.Increment(ref names)}";

    private protected abstract Task<IWalletLoginStore> OpenAsync();

    [Fact]
    public async Task An_opening_is_taken_once_by_however_many_at_once()
    {
        var store = await OpenAsync();

        var takes = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => store.TryTakeAsync(digest, An.Noon, default)));

        takes.Count(static t => t).ShouldBe(1);
    }

    [Fact]
    public async Task An_opening_stays_taken()
    {
        var store = await OpenAsync();
        await store.TryTakeAsync(digest, An.Noon, default);

        (await store.TryTakeAsync(digest, An.Noon.AddYears(3), default)).ShouldBeFalse();
        (await store.TryTakeAsync(digest + "x", An.Noon, default)).ShouldBeTrue();
    }
}
