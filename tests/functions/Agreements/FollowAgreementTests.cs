using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Agreements;

/// <summary>Agreements and debits that are cut off between any two steps.</summary>
public sealed class FollowAgreementTests
{
    private readonly Bench bench = new();

    private static OrderId DebitId => OrderId.Of("shop", "D-1");

    [Fact]
    public async Task A_debit_that_was_made_and_never_counted_is_counted_and_sent()
    {
        await SignAsync();
        await MakeAsync();

        await bench.FollowForAsync(TimeSpan.FromMinutes(15));

        Sent.ShouldBe(1);
        (await DebitAsync()).State.ShouldBe(OrderState.Success);
        (await AgreementAsync()).Captures.ShouldHaveSingleItem().State
            .ShouldBe(CaptureState.Succeeded);
    }

    [Fact]
    public async Task A_debit_that_was_counted_and_never_opened_is_sent()
    {
        await SignAsync();
        await MakeAsync();
        await bench.ApplyAsync(An.Debit());

        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        Sent.ShouldBe(1);
        (await AgreementAsync()).Debited.Fen.ShouldBe(40);
    }

    [Fact]
    public async Task A_debit_that_was_opened_and_never_sent_is_asked_about_and_then_sent()
    {
        await SignAsync();
        await MakeAsync();
        await bench.ApplyAsync(An.Debit());
        await bench.Commit.ApplyAsync(
            DebitId, new OpenAttempt(TalkingChannel.DebitProduct, An.Account), default);

        await bench.FollowForAsync(TimeSpan.FromHours(1));

        bench.Channel.Asked.Where(static a => a is "debit D-1" or "query 1")
            .ShouldBe(["query 1", "debit D-1"]);
        (await AgreementAsync()).Captures.ShouldHaveSingleItem().State
            .ShouldBe(CaptureState.Succeeded);
    }

    [Fact]
    public async Task A_debit_that_was_paid_and_never_told_is_told()
    {
        await SignAsync();
        await MakeAsync();
        await bench.ApplyAsync(An.Debit());
        await bench.Commit.ApplyAsync(
            DebitId, new OpenAttempt(TalkingChannel.DebitProduct, An.Account), default);
        await bench.Commit.ApplyAsync(
            DebitId, new Succeed(1, An.Account, Money.OfFen(40), "DT", An.Noon), default);

        await bench.FollowForAsync(TimeSpan.FromSeconds(1));

        Sent.ShouldBe(0);
        (await AgreementAsync()).Captures.ShouldHaveSingleItem().State
            .ShouldBe(CaptureState.Succeeded);
    }

    [Fact]
    public async Task A_debit_that_finds_no_room_when_it_is_found_is_closed()
    {
        await SignAsync();
        await MakeAsync();
        await bench.ApplyAsync(new RequestUnsign());

        await bench.FollowForAsync(TimeSpan.FromMinutes(15));

        Sent.ShouldBe(0);
        (await DebitAsync()).State.ShouldBe(OrderState.Closed);
        (await AgreementAsync()).Captures.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_debit_that_is_declined_frees_its_amount()
    {
        bench.Channel.Debit = static _ => new Declined("no money");
        await SignAsync();
        await MakeAsync();

        await bench.FollowForAsync(TimeSpan.FromMinutes(15));

        (await DebitAsync()).State.ShouldBe(OrderState.PayError);
        (await AgreementAsync()).Debited.Fen.ShouldBe(0);
    }

    [Fact]
    public async Task An_end_is_told_to_the_channel_until_it_confirms_and_then_to_the_merchant()
    {
        var silent = 3;
        bench.Channel.Unsign = r => silent-- > 0
            ? new Unknown("silence")
            : new Unsigned(r.ChannelAgreementNo, r.Now);
        await SignAsync();
        await bench.ApplyAsync(new RequestUnsign());

        await bench.FollowForAsync(TimeSpan.FromHours(1));

        bench.Channel.Asked.Count(static a => a is "unsign").ShouldBe(4);
        (await AgreementAsync()).End.ShouldNotBeNull().EndedAt.ShouldNotBeNull();
        (await bench.Orders.FindFileAsync(bench.Id, default)).ShouldNotBeNull().Notices
            .Select(static n => n.Notice.Type)
            .ShouldBe(["AGREEMENT", "AGREEMENT_END"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_channel_that_never_confirms_calls_a_human()
    {
        bench.Channel.Unsign = static _ => new Unknown("silence");
        await SignAsync();
        await bench.ApplyAsync(new RequestUnsign());

        await bench.FollowForAsync(TimeSpan.FromDays(2));

        (await AgreementAsync()).End.ShouldNotBeNull().EndedAt.ShouldBeNull();
        bench.Log.Lines.Count(static l => l.Contains(
            "ALARM agreement_not_ended", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Its_time_ends_it_though_nobody_asks()
    {
        await SignAsync();

        await bench.FollowForAsync(An.ValidFor + TimeSpan.FromMinutes(1));

        bench.Channel.Asked.Count(static a => a is "unsign").ShouldBe(1);
        var end = (await AgreementAsync()).End.ShouldNotBeNull();
        (end.By, end.EndedAt is not null).ShouldBe((AgreementEnder.Time, true));
    }

    private int Sent => bench.Channel.Asked.Count(static a => a is "debit D-1");

    private async Task SignAsync()
    {
        await bench.ApplyAsync(An.Create(An.AgreementTerms() with
        {
            NotifyUrl = bench.NotifyUrl,
        }));
        await bench.ApplyAsync(new OpenAttempt(An.Agreement, An.Account));
        await bench.ApplyAsync(An.Success(fen: 0));
        await bench.FollowForAsync(TimeSpan.Zero);
    }

    private Task<OrderDecision> MakeAsync()
        => bench.Commit.ApplyAsync(
            DebitId,
            new Create(
                "shop", "D-1",
                An.Terms(40) with
                {
                    NotifyUrl = bench.NotifyUrl,
                    Product = TalkingChannel.DebitProduct,
                    Account = An.Account,
                    Lifetime = TimeSpan.FromHours(24),
                    Debit = new DebitTerms(bench.Id, 1, "T1"),
                },
                LateSuccess.Revive),
            default);

    private async Task<Order> AgreementAsync()
        => (await bench.Orders.FindAsync(bench.Id, default)).ShouldNotBeNull().Order;

    private async Task<Order> DebitAsync()
        => (await bench.Orders.FindAsync(DebitId, default)).ShouldNotBeNull().Order;
}
