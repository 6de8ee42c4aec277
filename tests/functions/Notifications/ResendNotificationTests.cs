using PayFunctions.Notifications;
using PayFunctions.Tests.Movements;

namespace PayFunctions.Tests.Notifications;

public sealed class ResendNotificationTests
{
    [Theory]
    [InlineData(nameof(NoticeState.Pending), 0)]
    [InlineData(nameof(NoticeState.Pending), 3)]
    [InlineData(nameof(NoticeState.Delivered), 1)]
    [InlineData(nameof(NoticeState.Exhausted), 14)]
    [InlineData(nameof(NoticeState.Gone), 1)]
    public async Task In_every_state_one_more_attempt_is_made_at_once(
        string state, int attempts)
    {
        await using var bench = await NoticeBench.WithAsync(200, "success");
        await bench.SetAsync(Enum.Parse<NoticeState>(state), attempts);

        var view = await bench.ResendAsync();
        await bench.RepeatToTheEndAsync();

        view.ShouldNotBeNull().Notice.Notice.State.ToString().ShouldBe(state);
        bench.Posts.ShouldBe(1);
        var notice = await bench.NoticeAsync();
        notice.State.ShouldBe(NoticeState.Delivered);
        notice.Attempts.Length.ShouldBe(attempts + 1);
    }

    [Fact]
    public async Task A_resend_takes_the_place_of_the_attempt_that_was_planned()
    {
        await using var bench = await NoticeBench.WithAsync(500, "");
        await bench.FollowAsync();

        await bench.ResendAsync();
        await bench.RepeatToTheEndAsync();

        bench.Posts.ShouldBe(NotifySchedule.Default.AttemptsMax);
    }

    [Fact]
    public async Task What_was_delivered_stays_delivered_when_a_resend_fails()
    {
        await using var bench = await NoticeBench.WithAsync(500, "");
        await bench.SetAsync(NoticeState.Delivered, attempts: 1);

        await bench.ResendAsync();
        await bench.RepeatToTheEndAsync();

        bench.Posts.ShouldBe(1);
        (await bench.NoticeAsync()).State.ShouldBe(NoticeState.Delivered);
    }

    [Fact]
    public async Task After_64_attempts_no_more_are_made()
    {
        await using var bench = await NoticeBench.WithAsync(200, "success");
        await bench.SetAsync(NoticeState.Exhausted, Notice.MaxAttempts);

        var view = await bench.ResendAsync();

        view.ShouldNotBeNull();
        bench.Bench.Notices.Queue.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_application_finds_nothing()
    {
        await using var bench = await NoticeBench.WithAsync(200, "success");
        var stranger = Bench.Shop with { AppId = "stranger" };

        var view = await bench.Bench.Get<ResendNotification>().RunAsync(
            stranger, (await bench.NoticeAsync()).Id, default);

        view.ShouldBeNull();
        bench.Bench.Notices.Queue.Messages.ShouldBeEmpty();
    }
}
