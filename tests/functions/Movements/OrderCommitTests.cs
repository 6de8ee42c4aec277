using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Movements;

public sealed class OrderCommitTests : IDisposable
{
    private const string OtherProduct = "alipay_wap";

    private readonly Bench bench = new();

    [Fact]
    public async Task A_move_is_announced_before_it_is_committed()
    {
        await bench.CreateAsync();

        bench.Effects.Done.ShouldBe(["announce", "commit"]);
    }

    [Fact]
    public async Task A_replay_and_a_refusal_write_nothing()
    {
        await bench.CreateAsync();
        bench.Effects.Done.Clear();

        var replay = await bench.CreateAsync();
        var refusal = await bench.ApplyAsync(An.Success());

        replay.ShouldBeOfType<Replayed>();
        refusal.ShouldBeOfType<Refused>();
        bench.Effects.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_race_is_decided_again_from_what_is_there_now()
    {
        await bench.CreateAsync();
        bench.Effects.BeforeCommit = async move =>
        {
            bench.Effects.BeforeCommit = static _ => Task.CompletedTask;
            await bench.ApplyAsync(new OpenAttempt(OtherProduct, An.Account));
        };

        var decision = await bench.ApplyAsync(new OpenAttempt(An.Product, An.Account));

        decision.ShouldBeOfType<Moved>().Order.Version.ShouldBe(3);
        bench.OrderNow.Attempts.Select(static a => a.Product)
            .ShouldBe([OtherProduct, An.Product]);
    }

    [Fact]
    public async Task After_ten_lost_races_it_gives_up()
    {
        bench.Effects.EveryRaceIsLost = true;

        await Should.ThrowAsync<OrderContendedException>(() => bench.CreateAsync());

        bench.Effects.Done
            .Count(static d => string.Equals(d, "commit", StringComparison.Ordinal))
            .ShouldBe(OrderCommit.MaxTries);
    }

    [Fact]
    public async Task A_new_order_is_looked_at_after_ten_minutes_or_when_it_expires()
    {
        await bench.CreateAsync();
        bench.OrderNow.WakeUp.ShouldNotBeNull().At.ShouldBe(An.Noon.AddMinutes(10));

        using var brief = new Bench();
        await brief.CreateAsync(lifetime: TimeSpan.FromMinutes(1));
        brief.OrderNow.WakeUp.ShouldNotBeNull().At.ShouldBe(An.Noon.AddMinutes(1));
    }

    [Fact]
    public async Task A_message_that_stands_serves_the_next_move_too()
    {
        await bench.CreateAsync();
        var standing = bench.OrderNow.WakeUp;

        await bench.ApplyAsync(new OpenAttempt(An.Product, An.Account));

        bench.Effects.Done.ShouldBe(["announce", "commit", "commit"]);
        bench.OrderNow.WakeUp.ShouldBe(standing);
    }

    [Fact]
    public async Task A_message_that_is_spent_or_may_be_read_right_now_serves_no_move()
    {
        await bench.CreateAsync();
        bench.Clock.AdvanceTo(An.Noon.AddMinutes(10) - WakeUpSchedule.ClockSkew);

        await bench.ApplyAsync(new OpenAttempt(An.Product, An.Account));

        bench.OrderNow.WakeUp.ShouldNotBeNull().At.ShouldBe(
            bench.OrderNow.Attempts[0].AskAt.ShouldNotBeNull());
        bench.Movements.Queue.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_time_that_sending_takes_is_no_reason_to_send_again()
    {
        bench.Effects.AfterSend = () => bench.Clock.Advance(TimeSpan.FromMilliseconds(80));
        await bench.CreateAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(11));
        await bench.ApplyAsync(new OpenAttempt(An.Product, An.Account));
        var sends = bench.Movements.Queue.Sends;

        await bench.ApplyAsync(new OpenAttempt(OtherProduct, An.Account));

        bench.Movements.Queue.Sends.ShouldBe(sends);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task News_is_visible_at_once(bool anotherAttemptIsOpen)
    {
        await bench.OpenAsync(anotherAttemptIsOpen ? [An.Product, OtherProduct] : [An.Product]);

        var decision = await bench.ApplyAsync(An.Success());

        decision.ShouldBeOfType<Moved>().TellsMerchant.ShouldBeTrue();
        var soonest = bench.Movements.Queue.Messages[0];
        soonest.VisibleAt.ShouldBe(bench.Clock.GetUtcNow());
        soonest.Body.Version.ShouldBe(bench.OrderNow.Version);
        soonest.Body.IsHastened.ShouldBe(!anotherAttemptIsOpen);
        (await bench.NoticeAsync()).Notice.Id.Version.ShouldBe(bench.OrderNow.Version);
    }

    [Fact]
    public async Task A_waiting_message_that_nobody_needs_any_more_becomes_the_news()
    {
        await bench.OpenAsync(An.Product);
        var sends = bench.Movements.Queue.Sends;

        await bench.ApplyAsync(An.Success());

        bench.Movements.Queue.Sends.ShouldBe(sends);
        bench.Movements.Queue.Messages.ShouldHaveSingleItem();
        bench.OrderNow.WakeUp.ShouldBeNull();
    }

    [Fact]
    public async Task An_order_whose_waiting_message_became_news_that_never_came_gets_another()
    {
        await bench.OpenAsync(An.Product);
        bench.Effects.BeforeCommit = static _ => throw new IOException("The process dies.");
        await Should.ThrowAsync<IOException>(() => bench.ApplyAsync(An.Success()));
        bench.Effects.BeforeCommit = static _ => Task.CompletedTask;
        var standing = bench.OrderNow.WakeUp.ShouldNotBeNull();

        await bench.FollowForAsync(TimeSpan.Zero);

        bench.Movements.Queue.Messages.ShouldContain(
            m => m.VisibleAt <= standing.At && m.Body.Version == bench.OrderNow.Version);
    }

    [Fact]
    public async Task A_refund_that_is_due_is_announced_at_once()
    {
        await bench.OpenAsync(An.Product, OtherProduct);
        await bench.ApplyAsync(An.Success());

        await bench.ApplyAsync(An.Success(attempt: 2, trade: "T2"));

        bench.OrderNow.Refunds.ShouldHaveSingleItem().Origin
            .ShouldBe(RefundOrigin.SecondSuccess);
        bench.Effects.Delays[^1].ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task What_was_believed_absent_is_found_after_a_lost_race()
    {
        await bench.CreateAsync();

        var decision = await bench.Commit.ApplyAsync(
            bench.Id, known: null,
            An.Create(An.Terms() with { NotifyUrl = bench.NotifyUrl }), default);

        decision.ShouldBeOfType<Replayed>().Order.Version.ShouldBe(1);
    }

    public void Dispose() => bench.Dispose();
}
