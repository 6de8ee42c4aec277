using PayFunctions.Sandbox.Simulation;

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
    public async Task A_lost_answer_has_done_its_work()
    {
        var page = (await world.Page("T1").SendAsync(post: false)).Headers.Location;
        await world.Client.PostAsync($"{page}/cancel", null);
        await world.FaultAsync(Fault.LostAnswer);

        await Should.ThrowAsync<HttpRequestException>(() => CloseCall().SendAsync());

        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_CLOSED");
    }

    [Theory]
    [InlineData("busy", "10000", "TRADE_CLOSED")]
    [InlineData("busy;done", "40004", "TRADE_CLOSED")]
    public async Task A_busy_gateway_may_have_done_the_work(
        string fault, string codeAfterwards, string status)
    {
        var page = (await world.Page("T1").SendAsync(post: false)).Headers.Location;
        await world.Client.PostAsync($"{page}/cancel", null);
        using var busy = await CloseCall().SendAsync(fault: fault);

        using var again = await CloseCall().SendAsync();

        (await SignedAnswer.ReadAsync(busy))["code"].ShouldBe("20000");
        (await SignedAnswer.ReadAsync(again))["code"].ShouldBe(codeAfterwards);
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe(status);
    }

    private GatewayCaller CloseCall()
        => world.Call("alipay.trade.close", """{"out_trade_no":"T1"}""");
}
