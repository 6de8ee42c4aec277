using System.Text.Json;
using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>
/// Every channel of the sandbox in a real browser: bought in the demo shop, paid on the channel's
/// page, given back, asked about. In a world of its own.
/// </summary>
public sealed class ChannelsTests(SharedWorld shared, BrowserFixture browsers)
    : IClassFixture<SharedWorld>
{
    private const string Paid = "#state.paid";
    private const string Pay = "#pay";
    private const string Back = "#return";
    private const long Fen = 8_800;

    // A story waits for channels most of the time; more at once would wait for the machine.
    private const int AtOnce = 4;

    [Fact]
    public Task On_every_channel_a_payer_buys_and_the_shop_gives_back_a_part()
        => TellAsync(
            BuyAndGiveBackAsync,
            ("alipay", "alipay_page"), ("alipay", "alipay_qr"), ("tenpay", "tenpay_page"),
            ("ipaynow", "ipaynow_qr"), ("abc", "abc_page"), ("wechatpay", "wechatpay_native"),
            ("wechatpay", "wechatpay_h5"));

    [Fact]
    public Task On_every_channel_a_payment_that_nobody_is_told_of_is_found_by_asking()
        => TellAsync(
            PaySilentlyAsync,
            ("alipay", "alipay_wap"), ("tenpay", "tenpay_page"), ("ipaynow", "ipaynow_page"),
            ("abc", "abc_wap"), ("wechatpay", "wechatpay_native"));

    private static async Task TellAsync(
        Func<string, string, Task> story, params (string Channel, string Product)[] ways)
    {
        foreach (var some in ways.Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(way => Should.NotThrowAsync(
                () => story(way.Channel, way.Product), way.Product)));
        }
    }

    private async Task BuyAndGiveBackAsync(string channel, string product)
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);

        var number = await BuyAsync(world, visit, product);
        await PayAsync(world, visit, number);
        await visit.Page.FillAsync("#refund-amount", "38.00");
        await visit.ClickAsync("#refund");
        await visit.SeeAsync("#refunds .refund.success");

        var order = await world.Client.QueryAsync(number);
        order.TradeState.ShouldBe(TradeState.Refund);
        order.Channel.ShouldBe(product);
        var refund = MerchantClient.Answer(await world.Client.Pay.QueryRefundAsync(
            new RefundQueryRequest(order.Refunds.ShouldHaveSingleItem().OutRequestNo!)));
        refund.IsRefundSuccessful().ShouldBeTrue();
        refund.RefundFee.ShouldBe(3_800);
        var trade = await TradeOfAsync(world, channel, order.TransactionId);
        trade.GetProperty("fen").GetInt64().ShouldBe(Fen);
        trade.GetProperty("refunds").EnumerateArray()
            .ShouldHaveSingleItem().GetProperty("fen").GetInt64().ShouldBe(3_800);
        visit.Troubles.ShouldBeEmpty();
    }

    private async Task PaySilentlyAsync(string channel, string product)
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);
        var number = await BuyAsync(world, visit, product);
        await LeaveAsync(world, visit);
        await visit.SeeAsync(Pay);
        var before = await world.Client.QueryAsync(number);
        var trade = await TradeOfAsync(world, channel, before.TransactionId);
        var paid = await world.ControlOf(channel).PaySilentlyAsync(
            trade.GetProperty("out_trade_no").GetString()!);

        paid.ShouldBeTrue();
        before.TradeState.ShouldBe(TradeState.UserPaying);
        var found = await Patience.UntilAsync($"{number} is found paid", async () =>
            await world.Client.QueryAsync(number) is { TradeState: TradeState.Success } order
                ? order : null);
        found.TotalFee.ShouldBe(Fen);
        found.Channel.ShouldBe(product);
    }

    /// <summary>Chooses the way in the shop and buys.</summary>
    private static async Task<string> BuyAsync(PayWorld world, Visit visit, string product)
    {
        await visit.GoAsync(world.Shop.Address);
        await visit.Page.SelectOptionAsync("#channel", product);
        await visit.ClickAsync("#buy-tea");
        await visit.SeeAsync("#pay, #code");
        return new Uri(visit.Page.Url).Segments[^1];
    }

    /// <summary>From the shop's page to the channel's, by its link or by the code. The text of some
    /// codes is no address: only the channel's own camera reads them.</summary>
    private static async Task LeaveAsync(PayWorld world, Visit visit)
    {
        if (await visit.Page.Locator("#code").CountAsync() == 0)
        {
            await visit.ClickAsync(Pay);
        }
        else if (await visit.Page.TextContentAsync("#code") is { } code
            && code.StartsWith("weixin:", StringComparison.Ordinal))
        {
            await visit.GoAsync(world.ControlOf("wechatpay").Page(
                $"/scan?code={Uri.EscapeDataString(code)}"));
        }
        else
        {
            await visit.ClickAsync("#code");
        }
    }

    private static async Task PayAsync(PayWorld world, Visit visit, string number)
    {
        await LeaveAsync(world, visit);
        await visit.ClickAsync(Pay);

        // A code's payer stays at the channel; every other is led back, some by a link.
        await visit.SeeAsync($"{Paid}, {Back}, #paid");
        if (await visit.Page.Locator(Back).CountAsync() > 0)
        {
            await visit.ClickAsync(Back);
            await visit.SeeAsync(Paid);
        }

        await Patience.UntilAsync("the shop hears of it", () =>
            world.Shop.Orders.Find(number) is { IsPaid: true } order ? order : null);
        await visit.GoAsync(new Uri(world.Shop.Address, $"/orders/{number}"));
        await visit.SeeAsync(Paid);
    }

    private static async Task<JsonElement> TradeOfAsync(
        PayWorld world, string channel, string transactionId)
        => (await world.ControlOf(channel).TradesAsync()).Single(
            t => t.GetProperty("out_trade_no").GetString()!.Contains(
                transactionId, StringComparison.Ordinal));
}
