using System.Text.Json;
using PayFunctions.Sandbox.IPayNow;

namespace PayFunctions.Tests.Sandbox.IPayNow;

public sealed class NotificationTests : IAsyncLifetime
{
    private IPayNowWorld world = null!;

    public async ValueTask InitializeAsync() => world = await IPayNowWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Profile_a_is_notified_with_the_documented_fields()
    {
        using var opened = await world.Old("T1").With("payChannelType", "12").VisitAsync();
        await world.ActAsync("T1", "pay");

        var told = await world.NextAsync();

        told.IsGenuine.ShouldBe(true);
        told["funcode"].ShouldBe("N001");
        told["tradeStatus"].ShouldBe("A001");
        told["mhtOrderAmt"].ShouldBe("8888");
        told["mhtOrderName"].ShouldBe("测试商品");
        told["mhtReserved"].ShouldBe("a=1&b=2");
        told["payChannelType"].ShouldBe("12");
        told.Names.ShouldBe(told.Names.Order(StringComparer.Ordinal));
        IPayNowVectors.Fields("I4").Select(static f => f.Key).Except(told.Names).ShouldBeEmpty();
        told.Names.ShouldNotContain("version");
        told.Names.ShouldNotContain("transStatus");
    }

    [Fact]
    public async Task Profile_b_is_notified_with_the_documented_fields_and_empty_ones()
    {
        await world.New("T1").AskAsync();
        await world.ActAsync("T1", "pay");

        var told = await world.NextAsync();

        told.IsGenuine.ShouldBe(true);
        told["transStatus"].ShouldBe("A001");
        told["payTime"].ShouldBe("20240102101112");
        told.Text.ShouldContain("&bankType=&cardType=&");
        told.Names.ShouldBe(told.Names.Order(StringComparer.Ordinal));
        IPayNowVectors.Fields("I9").Select(static f => f.Key).Except(told.Names).ShouldBeEmpty();
        told.Names.ShouldNotContain("tradeStatus");
    }

    [Fact]
    public async Task Only_successes_are_notified()
    {
        await world.New("T1").AskAsync();
        await world.New("T2").AskAsync();
        await world.ActAsync("T1", "decline");
        await world.ActAsync("T2", "close");
        await world.New("T3").AskAsync();
        await world.ActAsync("T3", "pay");

        (await world.NextAsync())["mhtOrderNo"].ShouldBe("T3");
        world.Merchant.IsQuiet.ShouldBeTrue();
        using var asked = await world.Client.PostAsync("/control/trades/T1/notify", null);
        asked.StatusCode.ShouldBe(System.Net.HttpStatusCode.Conflict);
    }

    [Fact]
    public void The_times_are_the_documents()
    {
        IPayNowSimulator.Gaps(RetryBase.Previous).Select(static g => g.TotalMinutes)
            .ShouldBe([2, 10, 30, 60, 120, 360, 600, 900]);
        IPayNowSimulator.Gaps(RetryBase.First).Select(static g => g.TotalMinutes)
            .ShouldBe([2, 8, 20, 30, 60, 240, 240, 300]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refused_notification_is_repeated_eight_times(bool fromTheFirst)
    {
        var counted = fromTheFirst ? RetryBase.First : RetryBase.Previous;
        await using var other = await IPayNowWorld.StartAsync(
            o => o with { RetryBase = counted });
        other.Merchant.Answer = "success=N";
        await other.New("T1").AskAsync();
        await other.ActAsync("T1", "pay");
        List<Heard> told = [await other.NextAsync()];

        foreach (var gap in IPayNowSimulator.Gaps(counted))
        {
            await other.Time.WaitIsSetAsync(gap);
            other.Time.Advance(gap);
            told.Add(await other.NextAsync());
        }

        other.Time.Advance(TimeSpan.FromDays(2));
        other.Merchant.IsQuiet.ShouldBeTrue();
        told.Count.ShouldBe(9);
        told.Select(static t => t.Text).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("success=Y", 200, "accepted")]
    [InlineData(" success=Y\r\n", 200, "accepted")]
    [InlineData("success=y", 200, "refused")]
    [InlineData("success=N", 200, "refused")]
    [InlineData("success", 200, "refused")]
    [InlineData("", 200, "refused")]
    [InlineData("success=Y", 500, "refused")]
    public async Task Only_success_Y_ends_the_repetition(
        string answer, int status, string outcome)
    {
        world.Merchant.Answer = answer;
        world.Merchant.Status = status;
        await world.New("T1").AskAsync();
        await world.ActAsync("T1", "pay");
        await world.NextAsync();

        (await AttemptAsync("T1")).GetProperty("outcome").GetString().ShouldBe(outcome);
    }

    [Fact]
    public async Task The_type_of_the_body_can_be_plain_text()
    {
        await using var other = await IPayNowWorld.StartAsync(
            static o => o with { NotificationType = "text/plain" });
        await other.New("T1").AskAsync();
        await other.ActAsync("T1", "pay");

        var received = await other.Merchant.NextAsync();

        received.ContentType.ShouldBe("text/plain");
        Heard.Of(received.Body).IsGenuine.ShouldBe(true);
    }

    [Fact]
    public async Task A_time_scale_shortens_the_gaps()
    {
        await using var fast = await IPayNowWorld.StartAsync(
            static o => o with { TimeScale = 60 });
        fast.Merchant.Answer = "fail";
        await fast.New("T1").AskAsync();
        await fast.ActAsync("T1", "pay");
        await fast.NextAsync();

        await fast.Time.WaitIsSetAsync(TimeSpan.FromSeconds(2));
        fast.Time.Advance(TimeSpan.FromSeconds(2));

        (await fast.NextAsync())["mhtOrderNo"].ShouldBe("T1");
    }

    private async Task<JsonElement> AttemptAsync(string number)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var attempts = (await world.ShowAsync(number)).GetProperty("notifications");
            if (attempts.GetArrayLength() > 0)
            {
                return attempts[0];
            }

            await Task.Yield();
        }
    }
}
