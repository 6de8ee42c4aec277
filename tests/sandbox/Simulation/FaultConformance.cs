using System.Net;

namespace PayFunctions.Tests.Sandbox.Simulation;

/// <summary>A fault does at every channel what its name says: each inherits these.</summary>
public abstract class FaultConformance : SimulatorTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_lost_notification_comes_at_the_next_attempt()
    {
        await PayAsync("lost_notification");
        await World.Time.WaitIsSetAsync(World.Gaps[0]);
        var quiet = World.Merchant.IsQuiet;

        World.Time.Advance(World.Gaps[0]);

        World.IsGenuine(await World.Merchant.NextAsync()).ShouldBeTrue();
        quiet.ShouldBeTrue();
        (await AttemptsAsync(2))[0].GetProperty("outcome").GetString().ShouldBe("lost");
    }

    [Fact]
    public async Task A_double_notification_comes_twice_and_is_the_same()
    {
        await PayAsync("double_notification");

        var first = await World.Merchant.NextAsync();
        var second = await World.Merchant.NextAsync();

        second.ShouldBe(first);
    }

    [Fact]
    public async Task A_notification_with_a_wrong_signature_does_not_verify()
    {
        await PayAsync("wrong_signature");

        World.IsGenuine(await World.Merchant.NextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_late_notification_waits()
    {
        await PayAsync("late_notification;seconds=20");
        await World.Time.WaitIsSetAsync(Delay);
        var quiet = World.Merchant.IsQuiet;

        World.Time.Advance(Delay);

        World.IsGenuine(await World.Merchant.NextAsync()).ShouldBeTrue();
        quiet.ShouldBeTrue();
    }

    [Fact]
    public async Task A_notification_fault_for_another_trade_does_no_harm()
    {
        await OrderFaultAsync(new { kind = "lost_notification", out_trade_no = "another" });

        await PayAsync();

        World.IsGenuine(await World.Merchant.NextAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_answer_signature_does_not_verify()
    {
        await OrderFaultAsync(new { kind = "wrong_answer_signature", method = World.AskOperation });

        World.IsGenuine(await AskAsync()).ShouldBe(false);
        World.IsGenuine(await AskAsync()).ShouldBe(true);
    }

    [Fact]
    public async Task An_unsigned_error_is_unsigned()
        => World.IsGenuine(await AskAsync("unsigned_error")).ShouldBeNull();

    [Theory]
    [InlineData("busy")]
    [InlineData("busy;done")]
    public async Task A_busy_channel_says_so_in_its_own_words(string fault)
    {
        World.IsBusy(await AskAsync(fault)).ShouldBeTrue();
        World.IsBusy(await AskAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http_500")]
    [InlineData("http_500;done")]
    public async Task An_internal_error_is_HTTP_500(string fault)
    {
        using var response = await World.AskAsync(Number, fault);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_slow_answer_takes_its_time()
    {
        var asked = AskAsync("slow;seconds=20");
        await World.Time.WaitIsSetAsync(Delay);
        var early = asked.IsCompleted;

        World.Time.Advance(Delay);

        World.IsGenuine(await asked).ShouldBe(true);
        early.ShouldBeFalse();
    }

    [Theory]
    [InlineData("lost_answer")]
    [InlineData("cut_answer")]
    public async Task A_connection_that_is_cut_gives_no_answer(string fault)
    {
        var asked = () => AskAsync(fault);

        await asked.ShouldThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task An_oversized_answer_is_longer_than_2_MiB()
        => (await AskAsync("oversized_answer")).Length.ShouldBeGreaterThan(2 * 1024 * 1024);

    [Fact]
    public async Task A_fault_for_one_operation_waits_for_it_until_it_is_called_off()
    {
        await OrderFaultAsync(new { kind = "http_500", count = 5, method = "another" });
        using var asked = await World.AskAsync(Number);
        var left = await World.Client.GetStringAsync("/control/faults");
        using var cleared = await World.Client.DeleteAsync("/control/faults");

        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        left.ShouldContain("\"count\": 5");
        (await World.Client.GetStringAsync("/control/faults")).ShouldBe("[]");
    }

    [Theory]
    [InlineData("earthquake")]
    [InlineData("lost_notification")]
    [InlineData("slow;seconds=601")]
    [InlineData("slow;loud")]
    public async Task A_fault_header_without_sense_is_refused(string fault)
    {
        using var response = await World.AskAsync(Number, fault);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_fault_header_of_a_payment_is_about_its_notification()
    {
        using var response = await PostAsync("pay", "http_500");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ShowAsync()).GetProperty("state").GetString().ShouldBeOneOf("unused", "waiting");
    }

    [Theory]
    [InlineData("""{"kind":"earthquake"}""")]
    [InlineData("""{"kind":"slow","count":0}""")]
    [InlineData("""{"kind":"slow","seconds":601}""")]
    [InlineData("slow")]
    public async Task An_order_without_sense_is_refused(string body)
    {
        using var content = new StringContent(body);
        using var response = await World.Client.PostAsync("/control/faults", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<byte[]> AskAsync(string? fault = null)
    {
        using var response = await World.AskAsync(Number, fault);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
