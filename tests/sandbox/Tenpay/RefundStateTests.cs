using System.Net;
using System.Text;
using System.Text.Json;

namespace PayFunctions.Tests.Sandbox.Tenpay;

public sealed class RefundStateTests : IAsyncLifetime
{
    private TenpayWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        world = await TenpayWorld.StartAsync(
            change: static o => o with { RefundsWithoutCertificate = true });
        await world.PayAsync("T1");
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_refund_in_work_is_further_on_at_the_next_question()
    {
        await PlanAsync(9, 4);

        var asked = await RefundAsync("R1");
        var first = await StateAsync("R1");
        world.Time.Advance(TimeSpan.FromHours(1));
        var second = await StateAsync("R1");
        var other = await RefundAsync("R2");

        (asked, first, second, other).ShouldBe(("9", "9", "4", "4"));
        (await world.Call("normalrefundquery").With("out_refund_no", "R1").AskAsync())
            ["refund_time_0"].ShouldBe("20240103101112");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_undetermined_refund_waits_until_it_is_sent_again(int undetermined)
    {
        await PlanAsync(undetermined, 4);

        var first = await RefundAsync("R1");
        var asked = await StateAsync("R1");
        var again = await StateAsync("R1");
        var second = await RefundAsync("R1");

        (first, asked, again, second).ShouldBe(
            ($"{undetermined}", $"{undetermined}", $"{undetermined}", "4"));
    }

    [Theory]
    [InlineData(3, "failed")]
    [InlineData(5, "failed")]
    [InlineData(6, "failed")]
    [InlineData(7, "failed")]
    [InlineData(8, "processing")]
    [InlineData(10, "success")]
    [InlineData(11, "processing")]
    public async Task Every_state_can_be_chosen_and_stays(int state, string word)
    {
        await PlanAsync(state);

        (await RefundAsync("R1")).ShouldBe($"{state}");
        (await StateAsync("R1")).ShouldBe($"{state}");
        (await StateAsync("R1")).ShouldBe($"{state}");
        (await world.ControlAsync(HttpMethod.Get, "/control/trades/T1"))
            .GetProperty("refunds")[0].GetProperty("state").GetString().ShouldBe(word);
    }

    [Fact]
    public async Task A_failed_refund_leaves_room_for_another_under_a_new_number()
    {
        await PlanAsync(3);

        (await RefundAsync("R1", 1234)).ShouldBe("3");
        (await RefundAsync("R2", 1234)).ShouldBe("4");
    }

    [Fact]
    public async Task The_merchant_is_told_of_the_states_that_are_told()
    {
        await PlanAsync(8, 9, 4);
        await world.Refund("T1", "R1", 200, null).With("notify_url", world.Merchant.NotifyUrl)
            .AskAsync();
        await StateAsync("R1");
        var nine = TenpayWorld.Fields(await world.Merchant.NextAsync());
        await world.ControlAsync(HttpMethod.Post, "/control/refunds/R1/next");
        var told = await world.Merchant.NextAsync();

        nine["refund_status"].ShouldBe("9");
        world.IsGenuine(told).ShouldBeTrue();
        var four = TenpayWorld.Fields(told);
        four["refund_status"].ShouldBe("4");
        four["out_refund_no"].ShouldBe("R1");
        four["out_trade_no"].ShouldBe("T1");
        four["refund_fee"].ShouldBe("200");
        world.Merchant.IsQuiet.ShouldBeTrue();
    }

    [Fact]
    public async Task A_plan_may_be_for_one_trade_and_for_several_refunds()
    {
        await world.ControlAsync(
            HttpMethod.Post, "/control/refund-plans",
            new { states = new[] { 7 }, count = 2, out_trade_no = "T1" });
        await world.PayAsync("T2");

        (await RefundAsync("R1", trade: "T2")).ShouldBe("4");
        (await RefundAsync("R2")).ShouldBe("7");
        (await RefundAsync("R3")).ShouldBe("7");
        (await RefundAsync("R4")).ShouldBe("4");
    }

    [Fact]
    public async Task Plans_are_listed_and_called_off()
    {
        await PlanAsync(7);
        var listed = await world.ControlAsync(HttpMethod.Get, "/control/refund-plans");
        using var gone = await world.Client.DeleteAsync("/control/refund-plans");

        listed[0].GetProperty("states")[0].GetInt32().ShouldBe(7);
        (await RefundAsync("R1")).ShouldBe("4");
    }

    [Theory]
    [InlineData("""{"states":[]}""")]
    [InlineData("""{"states":[12]}""")]
    [InlineData("""{"states":[0]}""")]
    [InlineData("""{"states":[4],"count":0}""")]
    [InlineData("{}")]
    [InlineData("four")]
    public async Task A_plan_without_sense_is_refused(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await world.Client.PostAsync("/control/refund-plans", content);
        using var nobody = await world.Client.PostAsync("/control/refunds/R9/next", null);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        nobody.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<JsonElement> PlanAsync(params int[] states)
        => world.ControlAsync(HttpMethod.Post, "/control/refund-plans", new { states });

    private async Task<string> RefundAsync(string number, long fen = 200, string trade = "T1")
        => (await world.Refund(trade, number, fen, null).AskAsync())["refund_status"];

    private async Task<string> StateAsync(string number)
        => (await world.Call("normalrefundquery").With("out_refund_no", number).AskAsync())
            ["refund_state_0"];
}
