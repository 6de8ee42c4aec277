using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

[Collection(StoryGroup.Name)]
public sealed class WholePaymentTests(SharedWorld shared)
{
    [Fact]
    public async Task A_payment_goes_from_the_first_call_to_the_signed_notification()
    {
        var world = await shared.OpenAsync();
        var payer = new PayerBrowser(world.Http);
        var created = await world.Client.CreateAsync(world.Client.Order());
        created.TradeState.ShouldBe(TradeState.NotPay);
        (await payer.ReadAsync(created.PayUrl)).ShouldContain("123.45");

        var payPage = await payer.ChooseAsync(created.PayUrl, "alipay_page");
        var paidPage = await payer.PressAsync(payPage, "pay");

        var notice = await Story.FirstNoticeAsync(world, created.OutTradeNo);
        var told = await Story.VerifiedAsync(world, notice);
        told.IsPaySuccessful().ShouldBeTrue();
        told.TransactionId.ShouldBe(created.TransactionId);
        told.TotalFee.ShouldBe(MerchantClient.Fen);
        told.Attach.ShouldBe("row 7; 第七行");
        told.Channel.ShouldBe("alipay_page");
        await AnswersAgreeAsync(world, created, told);
        await ReturnIsSignedAsync(world, payer, paidPage, created);
    }

    [Fact]
    public async Task A_pay_address_alone_makes_the_order_once_however_often_it_is_opened()
    {
        var world = await shared.OpenAsync();
        var payer = new PayerBrowser(world.Http);
        var request = world.Client.Order();
        var address = new Uri(request.GetUrl());

        var cashier = await payer.FollowAsync(address);
        var again = await payer.FollowAsync(address);

        again.ShouldBe(cashier);
        var order = await world.Client.QueryAsync(request.OutTradeNo!);
        cashier.AbsolutePath.ShouldBe($"/cashier/{order.TransactionId}");
        order.TradeState.ShouldBe(TradeState.NotPay);
        order.Subject.ShouldBe(request.Subject);
    }

    [Fact]
    public async Task A_shop_order_turns_paid_by_the_notification_alone()
    {
        var world = await shared.OpenAsync();
        var payer = new PayerBrowser(world.Http);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("product", "tea")]);
        using var bought = await world.Http.PostAsync(new Uri(world.Shop.Address, "/buy"), form);
        var number = bought.Headers.Location!.OriginalString.Split('/')[^1];
        var orderPage = await payer.ReadAsync(new Uri(world.Shop.Address, $"/orders/{number}"));
        var cashier = await payer.FollowAsync(PayerBrowser.Link(orderPage, "/pay?"));

        await payer.PressAsync(await payer.ChooseAsync(cashier, "alipay_wap"), "pay");

        var order = await Patience.UntilAsync(
            "the shop's order is paid",
            () => world.Shop.Orders.Find(number) is { IsPaid: true } paid ? paid : null);
        order.Notices.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_notification_refused_once_is_sent_again_under_the_same_id()
    {
        var world = await shared.OpenAsync();
        var request = world.Client.Order();
        world.Merchant.Answer(request.OutTradeNo!, "not now");
        await Story.PaidAsync(world, request);
        var first = await Story.FirstNoticeAsync(world, request.OutTradeNo!);
        var pending = await Patience.UntilAsync("the refusal is on record", async () =>
            await world.Client.QueryNoticeAsync(first.NotifyId) is { Attempts.Count: 1 } one
                ? one
                : null);
        pending.State.ShouldBe(NotifyState.Pending);
        pending.Attempts[0].Answer.ShouldBe("not now");
        world.Merchant.Answer(request.OutTradeNo!, "success");

        await world.Client.Pay.ResendNotificationAsync(first.NotifyId);

        var delivered = await Story.DeliveredAsync(world, first.NotifyId);
        delivered.Attempts.Count.ShouldBe(2);
        var all = world.Merchant.Of(request.OutTradeNo!);
        all.Count.ShouldBe(2);
        all[1].NotifyId.ShouldBe(first.NotifyId);
    }

    [Fact]
    public async Task A_forged_notification_moves_nothing_and_a_true_one_pays()
    {
        var world = await shared.OpenAsync();
        var request = world.Client.Order();
        await world.Alipay.OrderFaultAsync("wrong_signature");
        var created = await Story.PaidAsync(world, request);
        var refused = await Patience.UntilAsync("the forgery is refused", async () =>
            (await world.Alipay.TradeAsync(Story.NumberAtAlipay(created)))
                .GetProperty("notifications").EnumerateArray()
                .Select(static n => n.GetProperty("outcome").GetString())
                .FirstOrDefault());
        refused.ShouldBe("refused");

        var notice = await Story.FirstNoticeAsync(world, request.OutTradeNo!);
        (await Story.VerifiedAsync(world, notice)).IsPaySuccessful().ShouldBeTrue();
    }

    [Fact]
    public async Task A_query_asks_the_channel_whose_notification_was_lost()
    {
        var world = await shared.OpenAsync();
        var request = world.Client.Order();
        await world.Alipay.OrderFaultAsync("lost_notification", 100);
        await Story.PaidAsync(world, request);

        var order = await world.Client.QueryAsync(request.OutTradeNo!);

        await world.Alipay.ClearFaultsAsync();
        order.TradeState.ShouldBe(TradeState.Success);
        await Story.FirstNoticeAsync(world, request.OutTradeNo!);
    }

    private static async Task AnswersAgreeAsync(
        PayWorld world, CreatePaymentResponse created, PayNotification told)
    {
        var byOurs = MerchantClient.Answer(await world.Client.Pay.QueryAsync(
            OrderQueryRequest.ByTransactionId(created.TransactionId)));
        var byTheirs = await world.Client.QueryAsync(created.OutTradeNo);
        var trade = await world.Alipay.TradeAsync(Story.NumberAtAlipay(created));
        byOurs.ShouldBe(byTheirs with { RequestId = byOurs.RequestId });
        byOurs.TradeState.ShouldBe(TradeState.Success);
        byOurs.Refunds.ShouldBeEmpty();
        byOurs.OrderVersion.ShouldBe(told.OrderVersion);
        byOurs.ChannelTradeNo.ShouldBe(trade.GetProperty("trade_no").GetString());
        byOurs.ChannelTradeNo.ShouldBe(told.ChannelTradeNo);
        var notice = await Story.DeliveredAsync(world, told.NotifyId);
        notice.Attempts.ShouldHaveSingleItem().Answer.ShouldBe("success");
    }

    private static async Task ReturnIsSignedAsync(
        PayWorld world, PayerBrowser payer, string paidPage, CreatePaymentResponse created)
    {
        var resultPage = await payer.ReadAsync(PayerBrowser.Link(paidPage, "/return/alipay/"));
        var back = PayerBrowser.Link(resultPage, "/done?");
        back.Query.ShouldStartWith("?basket=7&");
        var verified = await world.Client.Verifier.VerifyReturnAsync(back.Query);
        verified.Verdict.ShouldBe(PayVerdict.Genuine);
        verified.Response!.TransactionId.ShouldBe(created.TransactionId);
        verified.Response.IsPaySuccessful().ShouldBeTrue();
    }
}
