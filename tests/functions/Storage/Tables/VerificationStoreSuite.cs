using PayFunctions.Identity;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

/// <summary>What every store of checks must hold.</summary>
public abstract class VerificationStoreSuite
{
    private static int names;

    private readonly string name = $"V-{Interlocked.Increment(ref names)}";

    private protected abstract Task<IVerificationStore> OpenAsync();

    private Verification Fresh => new()
    {
        Id = OrderId.Of("shop", name),
        AppId = "shop",
        OutVerifyNo = name,
        Product = "test_identity",
        Account = "main",
        Person = new PersonDigests("all", "name", "", "card"),
        CreatedAt = An.Noon,
        ExpiresAt = An.Noon.AddHours(1),
        AskedAt = An.Noon.AddTicks(1),
    };

    [Fact]
    public async Task A_check_comes_back_as_it_was_written()
    {
        var store = await OpenAsync();
        var over = Fresh with
        {
            State = VerificationState.Passed,
            Tries = 3,
            ReturnUrl = "https://shop.example.com/back",
            Reference = "R-1",
            VerifiedAt = An.Noon.AddMinutes(2),
        };

        (await store.FindAsync(Fresh.Id, default)).ShouldBeNull();
        await store.SaveAsync(Fresh, null, default);
        var first = (await store.FindAsync(Fresh.Id, default)).ShouldNotBeNull();
        await store.SaveAsync(over, first.ETag, default);

        first.Verification.ShouldBe(Fresh);
        (await store.FindAsync(Fresh.Id, default))!.Verification.ShouldBe(over);
    }

    [Fact]
    public async Task Of_many_writes_at_once_one_is_written()
    {
        var store = await OpenAsync();

        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            _ => store.SaveAsync(Fresh, null, default)));
        var known = (await store.FindAsync(Fresh.Id, default)).ShouldNotBeNull();
        var replaced = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            _ => store.SaveAsync(Fresh with { Tries = 2 }, known.ETag, default)));

        added.Count(static v => v == CommitVerdict.Committed).ShouldBe(1);
        replaced.Count(static v => v == CommitVerdict.Committed).ShouldBe(1);
    }

    [Fact]
    public async Task What_an_application_has_left_is_guarded_too()
    {
        var store = await OpenAsync();
        var rate = new IdentityRate(59_000, An.Noon.AddTicks(7));

        var first = await store.SaveRateAsync(name, rate, null, default);
        var second = await store.SaveRateAsync(name, rate, null, default);
        var known = (await store.FindRateAsync(name, default)).ShouldNotBeNull();
        var third = await store.SaveRateAsync(
            name, rate with { Left = 58_000 }, known.ETag, default);
        var fourth = await store.SaveRateAsync(name, rate, known.ETag, default);

        (first, second, third, fourth).ShouldBe((
            CommitVerdict.Committed, CommitVerdict.RaceLost, CommitVerdict.Committed,
            CommitVerdict.RaceLost));
        known.Rate.ShouldBe(rate);
        (await store.FindRateAsync(name, default))!.Rate.Left.ShouldBe(58_000);
        (await store.FindRateAsync(name + "x", default)).ShouldBeNull();
    }
}
