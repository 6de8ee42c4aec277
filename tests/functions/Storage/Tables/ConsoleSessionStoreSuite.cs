using PayFunctions.Console;
using PayFunctions.Storage;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

/// <summary>What every store of signed-in browsers must hold.</summary>
public abstract class ConsoleSessionStoreSuite
{
    private static readonly DateTimeOffset Later = An.Noon.AddMinutes(30);

    private static int names;

    private readonly string digest = $"digest-{Interlocked.Increment(ref names)}";

    private protected abstract Task<IConsoleSessionStore> OpenAsync();

    [Fact]
    public async Task A_session_comes_back_until_it_is_removed()
    {
        var store = await OpenAsync();
        var session = new ConsoleSession("shop", "token-1", Later.AddTicks(1));

        await store.AddAsync(digest, session, default);
        var found = await store.FindAsync(digest, default);
        await store.RemoveAsync(digest, default);
        await store.RemoveAsync(digest, default);

        found.ShouldBe(session);
        (await store.FindAsync(digest, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_is_used_once_by_however_many_at_once()
    {
        var store = await OpenAsync();

        var uses = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => store.TryUseLinkAsync(digest, Later, default)));

        uses.Count(static used => used).ShouldBe(1);
    }

    [Fact]
    public async Task Only_what_has_expired_is_forgotten()
    {
        var store = await OpenAsync();
        await store.TryUseLinkAsync(digest, Later, default);
        await store.AddAsync(digest, new ConsoleSession("shop", "t", An.Noon), default);
        await store.AddAsync(digest + "b", new ConsoleSession("shop", "t", Later), default);

        await store.ForgetAsync(An.Noon.AddMinutes(1), default);

        (await store.FindAsync(digest, default)).ShouldBeNull();
        (await store.FindAsync(digest + "b", default)).ShouldNotBeNull();
        (await store.TryUseLinkAsync(digest, Later, default)).ShouldBeFalse();
        await store.ForgetAsync(Later.AddMinutes(1), default);
        (await store.TryUseLinkAsync(digest, Later.AddHours(1), default)).ShouldBeTrue();
    }
}
