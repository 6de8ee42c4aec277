using PayFunctions.Orders;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What paying on a channel's page has to hold.</summary>
public abstract class PaymentConformance<TRig> : ChannelConformance<TRig>
    where TRig : ChannelRig, new()
{
    private const long Most = 10_000_000_000;

    [Theory]
    [InlineData(1L, 60, 1)]
    [InlineData(Most, 1_296_000, 256)]
    public async Task Every_field_at_its_limit_reaches_the_channel(
        long fen, int lifetime, int characters)
    {
        var id = await World.OpenAsync(
            ("total_fee", fen), ("subject", new string('茶', characters)),
            ("body", new string('b', Math.Min(characters, 128))),
            ("attach", new string('a', 512)), ("expires_in", lifetime));

        (await World.Channel.ShowAsync(NumberOf(id))).Fen.ShouldBe(fen);
    }

    [Fact]
    public async Task Chinese_text_reaches_the_channel_as_it_is()
    {
        var id = await World.OpenAsync(("subject", "测试商品（一级）龙井 Tea 100%+"));

        (await World.Channel.ShowAsync(NumberOf(id))).Subject
            .ShouldStartWith("测试商品（一级）龙井 Tea 100%+");
    }

    [Fact]
    public async Task A_payment_is_told_to_the_merchant_once()
    {
        var id = await World.PayAsync(("attach", "shelf 7"));
        await World.Gateway.PassAsync(TimeSpan.FromMinutes(1));

        var told = World.Merchant.ToldOf(id, "PAYMENT").ShouldHaveSingleItem();
        told["trade_state"].ShouldBe("SUCCESS");
        told["total_fee"].ShouldBe($"{ConformanceWorld.Price}");
        told["channel"].ShouldBe(World.Rig.PageProduct);
        told["attach"].ShouldBe("shelf 7");
        told["channel_trade_no"].ShouldNotBeEmpty();
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_notification_is_made_up_for_when_the_merchant_asks()
    {
        var id = await World.OpenAsync();
        (await World.Channel.PaySilentlyAsync(NumberOf(id))).ShouldBeTrue();

        var asked = await World.QueryAsync(id);

        asked["trade_state"].ShouldBe("SUCCESS", asked.ToString());
    }

    [Fact]
    public async Task A_lost_notification_is_made_up_for_by_time()
    {
        var id = await World.OpenAsync();
        (await World.Channel.PaySilentlyAsync(NumberOf(id))).ShouldBeTrue();

        await World.Gateway.PassAsync(TimeSpan.FromMinutes(15));

        World.Merchant.ToldOf(id, "PAYMENT").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_notification_and_the_question_say_the_same_of_one_payment()
    {
        var id = await World.OpenAsync();
        (await World.Channel.PaySilentlyAsync(NumberOf(id))).ShouldBeTrue();
        var asked = await World.QueryAsync(id);

        (await World.Channel.NotifyAsync(NumberOf(id))).ShouldBeTrue();

        var order = await World.StoredAsync(id);
        order.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(asked["order_version"]);
        order.Refunds.ShouldBeEmpty();
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payer_who_comes_back_sees_that_it_is_paid()
    {
        var id = await World.OpenAsync();
        (await World.Channel.PaySilentlyAsync(NumberOf(id))).ShouldBeTrue();

        var page = await World.BrowseAsync($"return/{World.Rig.Channel}/{id}");

        page.Status.ShouldBe(200);
        (await World.StoredAsync(id)).State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task An_order_that_nobody_pays_ends_and_the_world_becomes_quiet()
    {
        var id = await World.OpenAsync(("expires_in", 3600));

        await World.Gateway.PassAsync(TimeSpan.FromHours(3));

        (await World.StoredAsync(id)).State.ShouldBe(OrderState.Closed);
        (await World.Gateway.PassAsync(TimeSpan.FromDays(3))).ShouldBe(0);
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_that_the_merchant_closes_is_closed()
    {
        var id = await World.OpenAsync();

        var closed = await World.PostAsync($"/v1/payments/{id}/close");
        var again = await World.PostAsync($"/v1/payments/{id}/close");

        closed["trade_state"].ShouldBe("CLOSED", closed.ToString());
        again["order_version"].ShouldBe(closed["order_version"]);
    }

    [Fact]
    public async Task A_success_after_the_close_counts_where_the_merchant_wants_it()
    {
        var id = await World.OpenAsync();
        await World.PostAsync($"/v1/payments/{id}/close");

        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();

        await ConformanceWorld.UntilAsync(
            async () => (await World.StoredAsync(id)).State == OrderState.Success);
        await World.Gateway.PassAsync(TimeSpan.FromMinutes(1));
        World.Merchant.ToldOf(id, "PAYMENT").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-4)]
    public async Task Clocks_may_be_minutes_apart(int minutes)
    {
        await RenewAsync(TimeSpan.FromMinutes(minutes));

        var id = await World.PayAsync();

        (await World.QueryAsync(id))["trade_state"].ShouldBe("SUCCESS");
    }
}
