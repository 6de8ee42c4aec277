using System.Net;
using System.Net.Http.Json;
using System.Text;
using PayFunctions.Sandbox.Alipay;

namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class FaultTests : IAsyncLifetime
{
    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        world = await AlipayWorld.StartAsync();
        using var opened = await world.Page("T1").SendAsync(post: false);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_lost_notification_comes_at_the_next_attempt()
    {
        await world.FaultAsync(Fault.LostNotification);
        await world.PayAsync("T1");
        await world.Time.WaitIsSetAsync(NotificationSender.Gaps[0]);
        var quiet = world.Merchant.IsQuiet;

        world.Time.Advance(NotificationSender.Gaps[0]);

        (await world.Merchant.NextAsync()).Body.ShouldContain("TRADE_SUCCESS");
        quiet.ShouldBeTrue();
    }

    [Fact]
    public async Task A_double_notification_comes_twice_and_is_the_same()
    {
        await world.FaultAsync(Fault.DoubleNotification);
        await world.PayAsync("T1");

        var first = await world.Merchant.NextAsync();
        var second = await world.Merchant.NextAsync();

        second.Body.ShouldBe(first.Body);
    }

    [Fact]
    public async Task A_wrong_signature_does_not_verify()
    {
        await world.FaultAsync(Fault.WrongSignature);
        await world.PayAsync("T1");

        var received = await world.Merchant.NextAsync();

        NoticeForm.Parse(received.Body, Encoding.UTF8).IsGenuine.ShouldBeFalse();
    }

    [Fact]
    public async Task A_late_notification_waits()
    {
        await world.FaultAsync(Fault.LateNotification);
        await world.PayAsync("T1");

        await world.Time.WaitIsSetAsync(TimeSpan.FromSeconds(15));
        var quiet = world.Merchant.IsQuiet;
        world.Time.Advance(TimeSpan.FromSeconds(15));

        (await world.Merchant.NextAsync()).Body.ShouldContain("T1");
        quiet.ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_answer_signature_does_not_verify()
    {
        await world.FaultAsync(Fault.WrongAnswerSignature);

        (await world.QueryAsync("T1")).Genuine.ShouldBe(false);
        (await world.QueryAsync("T1")).Genuine.ShouldBe(true);
    }

    [Fact]
    public async Task An_unsigned_error_is_unsigned()
    {
        await world.FaultAsync(Fault.UnsignedError);

        var answer = await world.QueryAsync("T1");

        answer.Root.ShouldBe("error_response");
        answer.Genuine.ShouldBeNull();
    }

    [Fact]
    public async Task A_busy_gateway_does_nothing()
    {
        await world.FaultAsync(Fault.Busy);

        var answer = await world.QueryAsync("T1");

        answer["code"].ShouldBe("20000");
        answer["sub_code"].ShouldBe("isp.unknow-error");
    }

    [Fact]
    public async Task An_internal_error_is_HTTP_500()
    {
        await world.FaultAsync(Fault.Http500);
        using var response = await QueryCall().SendAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_lost_answer_has_done_its_work()
    {
        var page = (await world.Page("T1").SendAsync(post: false)).Headers.Location;
        await world.Client.PostAsync($"{page}/cancel", null);
        await world.FaultAsync(Fault.LostAnswer);
        var close = world.Call("alipay.trade.close", """{"out_trade_no":"T1"}""");

        await Should.ThrowAsync<HttpRequestException>(() => close.SendAsync());

        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_CLOSED");
    }

    [Fact]
    public async Task A_slow_answer_takes_its_time()
    {
        await world.FaultAsync(Fault.Slow);
        var asked = QueryCall().SendAsync();
        await world.Time.WaitIsSetAsync(TimeSpan.FromSeconds(15));
        var early = asked.IsCompleted;

        world.Time.Advance(TimeSpan.FromSeconds(15));
        using var response = await asked;

        early.ShouldBeFalse();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_fault_can_be_meant_for_one_method_and_be_called_off()
    {
        var order = new { kind = Fault.Http500, count = 5, method = "alipay.trade.close" };
        using var ordered = await world.Client.PostAsJsonAsync("/control/faults", order);
        using var asked = await QueryCall().SendAsync();
        var left = await world.Client.GetStringAsync("/control/faults");
        using var cleared = await world.Client.DeleteAsync("/control/faults");

        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        left.ShouldContain("\"count\": 5");
        (await world.Client.GetStringAsync("/control/faults")).ShouldBe("[]");
    }

    [Theory]
    [InlineData("""{"kind":"earthquake"}""")]
    [InlineData("""{"kind":"slow","count":0}""")]
    [InlineData("""{"kind":"slow","seconds":601}""")]
    [InlineData("slow")]
    public async Task An_order_without_sense_is_refused(string body)
    {
        using var content = new StringContent(body);
        using var response = await world.Client.PostAsync("/control/faults", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private GatewayCaller QueryCall()
        => world.Call("alipay.trade.query", """{"out_trade_no":"T1"}""");
}
