using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PayFunctions.Tests.Sandbox.Simulation;

/// <summary>The control interface is the same at every channel: each inherits these.</summary>
public abstract class ControlConformance : SimulatorTests
{
    [Fact]
    public async Task An_order_nobody_has_paid_is_shown()
    {
        var trade = await ShowAsync();

        Text(trade, "out_trade_no").ShouldBe(Number);
        Text(trade, "state").ShouldBeOneOf("unused", "waiting");
        trade.GetProperty("fen").GetInt64().ShouldBe(Fen);
        Text(trade, "trade_status").ShouldNotBeEmpty();
        Text(trade, "subject").ShouldNotBeEmpty();
        trade.GetProperty("refunds").GetArrayLength().ShouldBe(0);
        trade.GetProperty("notifications").GetArrayLength().ShouldBe(0);
        trade.GetProperty("notification").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Every_trade_is_listed()
    {
        await World.OpenAsync("T2", 1);

        var listed = await World.Client.GetFromJsonAsync<JsonElement>("/control/trades");

        listed.EnumerateArray().Select(static t => Text(t, "out_trade_no"))
            .ShouldBe([Number, "T2"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_payment_is_notified_and_the_message_is_shown_as_it_was_sent()
    {
        await PayAsync();

        var received = await World.Merchant.NextAsync();
        var attempt = (await AttemptsAsync(1)).Single();
        var trade = await ShowAsync();

        World.IsGenuine(received).ShouldBeTrue();
        Text(trade, "state").ShouldBe("paid");
        Text(trade, "trade_no").ShouldNotBeEmpty();
        Text(attempt, "outcome").ShouldBe("accepted");
        attempt.GetProperty("status").GetInt32().ShouldBe(200);
        Text(attempt, "answer").ShouldBe(World.Merchant.Answer);
        var sent = trade.GetProperty("notification");
        Text(sent, "method").ShouldBe(received.Method);
        Text(sent, "url").ShouldBe(received.Url);
        Text(sent, "content_type").ShouldBe(received.ContentType);
        Text(sent, "body").ShouldBe(received.Body);
    }

    [Fact]
    public async Task A_silent_payment_is_told_to_nobody_until_it_is_asked_for()
    {
        using var paid = await PostAsync("pay?silent=1");
        var before = await ShowAsync();
        using var asked = await PostAsync("notify");

        Text(before, "state").ShouldBe("paid");
        before.GetProperty("notifications").GetArrayLength().ShouldBe(0);
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        World.IsGenuine(await World.Merchant.NextAsync()).ShouldBeTrue();
        World.Merchant.IsQuiet.ShouldBeTrue();
    }

    [Theory]
    [InlineData("pay")]
    [InlineData("close")]
    public async Task A_paid_trade_is_neither_paid_again_nor_closed(string act)
    {
        await PayAsync();

        using var answer = await PostAsync(act);

        await ShouldBeRefusedAsync(answer, HttpStatusCode.Conflict);
        Text(await ShowAsync(), "state").ShouldBe("paid");
    }

    [Fact]
    public async Task A_refusal_by_the_payers_bank_is_shown_or_refused_aloud()
    {
        using var answer = await PostAsync("decline");

        if (answer.StatusCode is HttpStatusCode.OK)
        {
            Text(await ShowAsync(), "state").ShouldBeOneOf("declined", "waiting");
        }
        else
        {
            await ShouldBeRefusedAsync(answer, HttpStatusCode.Conflict);
        }
    }

    [Fact]
    public async Task The_payer_goes_back_after_paying_and_not_before()
    {
        using var early = await PostAsync("return");
        await PayAsync();

        using var late = await PostAsync("return");

        await ShouldBeRefusedAsync(early, HttpStatusCode.Conflict);
        var visit = await late.Content.ReadFromJsonAsync<JsonElement>();
        Text(visit, "url").ShouldStartWith(World.Merchant.ReturnUrl);
        Text(visit, "method").ShouldBeOneOf("GET", "POST");
    }

    [Theory]
    [InlineData("pay")]
    [InlineData("decline")]
    [InlineData("close")]
    [InlineData("notify")]
    [InlineData("return")]
    public async Task A_number_nobody_knows_is_not_found(string act)
    {
        using var answer = await World.Client.PostAsync($"/control/trades/none/{act}", null);

        await ShouldBeRefusedAsync(answer, HttpStatusCode.NotFound);
    }

    private static string Text(JsonElement element, string name)
        => element.GetProperty(name).GetString()!;

    private static async Task ShouldBeRefusedAsync(
        HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "detail").ShouldNotBeEmpty();
    }
}
