namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class AuthorizationTests : IAsyncLifetime
{
    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await AlipayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_token_makes_the_trade_the_merchants_who_gave_it()
    {
        using var charged = await world
            .Call("alipay.trade.pay", AlipayWorld.ChargeContent("T1", "2812345678901234"))
            .With("app_auth_token", AlipayWorld.Token)
            .With("notify_url", world.Merchant.NotifyUrl).SendAsync();
        var notice = await world.NotifiedAsync();

        (await SignedAnswer.ReadAsync(charged))["code"].ShouldBe("10000");
        notice.IsGenuine.ShouldBeTrue();
        notice["app_id"].ShouldBe(AlipayVectors.AppId);
        notice["auth_app_id"].ShouldBe(AlipayWorld.ClientAppId);
        notice["seller_id"].ShouldBe(AlipayWorld.ClientSeller);
        (await AskAsync(world, AlipayWorld.Token))["trade_status"].ShouldBe("TRADE_SUCCESS");
    }

    [Fact]
    public async Task Without_the_token_the_merchants_trade_is_not_found()
    {
        using var charged = await world
            .Call("alipay.trade.pay", AlipayWorld.ChargeContent("T1", "2812345678901234"))
            .With("app_auth_token", AlipayWorld.Token).SendAsync();

        (await world.QueryAsync("T1"))["sub_code"].ShouldBe("ACQ.TRADE_NOT_EXIST");
    }

    [Fact]
    public async Task A_token_nobody_gave_is_refused()
    {
        var answer = await AskAsync(world, "202601BBnobody");

        answer["code"].ShouldBe("20001");
        answer["sub_code"].ShouldBe("aop.invalid-app-auth-token");
        answer.Genuine.ShouldBe(true);
    }

    [Fact]
    public async Task A_token_holds_until_it_expires()
    {
        await using var other = await AlipayWorld.StartAsync(static o => o with
        {
            Applications =
            [
                o.Applications[0] with
                {
                    Authorizations =
                    [
                        new("t", AlipayWorld.ClientAppId, AlipayWorld.ClientSeller,
                            AlipayVectors.Moment.AddMinutes(5)),
                    ],
                },
            ],
        });
        var before = await AskAsync(other);
        other.Time.Advance(TimeSpan.FromMinutes(5));

        before["sub_code"].ShouldBe("ACQ.TRADE_NOT_EXIST");
        (await AskAsync(other))["sub_code"].ShouldBe("aop.app-auth-token-time-out");
    }

    private static async Task<SignedAnswer> AskAsync(AlipayWorld world, string token = "t")
    {
        using var response = await world
            .Call("alipay.trade.query", """{"out_trade_no":"T1"}""")
            .With("app_auth_token", token).SendAsync();
        return await SignedAnswer.ReadAsync(response);
    }
}
