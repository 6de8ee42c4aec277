using System.Net;
using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

[Collection(StoryGroup.Name)]
public sealed class CloseTests(SharedWorld shared)
{
    [Fact]
    public async Task A_closed_order_stays_closed_and_cannot_be_started()
    {
        var world = await shared.OpenAsync();
        var payer = new PayerBrowser(world.Http);
        var created = await world.Client.CreateAsync(world.Client.Order());

        var closed = MerchantClient.Answer(
            await world.Client.Pay.CloseAsync(created.TransactionId));
        var again = MerchantClient.Answer(
            await world.Client.Pay.CloseAsync(created.TransactionId));

        closed.TradeState.ShouldBe(TradeState.Closed);
        again.ShouldBe(closed with { RequestId = again.RequestId });
        (await payer.ReadAsync(created.PayUrl)).ShouldContain("Order closed");
        var (status, _) = await payer.TryReadAsync(
            new Uri(created.PayUrl.AbsoluteUri + "/alipay_page"));
        status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Closing_an_order_whose_payer_hesitates_closes_the_trade_at_Alipay()
    {
        var world = await shared.OpenAsync();
        var payer = new PayerBrowser(world.Http);
        var created = await world.Client.CreateAsync(world.Client.Order());
        var payPage = await payer.ChooseAsync(created.PayUrl, "alipay_page");
        await payer.PressAsync(payPage, "cancel");

        var closed = MerchantClient.Answer(
            await world.Client.Pay.CloseAsync(created.TransactionId));

        closed.TradeState.ShouldBe(TradeState.Closed);
        var trade = await world.Alipay.TradeAsync(Story.NumberAtAlipay(created));
        trade.GetProperty("trade_status").GetString().ShouldBe("TRADE_CLOSED");
        (await world.Alipay.PayAsync(Story.NumberAtAlipay(created))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_paid_order_cannot_be_closed()
    {
        var world = await shared.OpenAsync();
        var created = await Story.PaidAsync(world, world.Client.Order());
        await Story.FirstNoticeAsync(world, created.OutTradeNo);

        var refused = await world.Client.Pay.CloseAsync(created.TransactionId);

        refused.Problem.ShouldNotBeNull().Code.ShouldBe("ORDER_PAID");
        (await world.Client.QueryAsync(created.OutTradeNo)).IsPaySuccessful().ShouldBeTrue();
    }
}
