using Microsoft.Playwright;
using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>
/// Deposits, memberships and cards in the demo shop: in a real browser, without script.
/// </summary>
[Collection(PatientStoryGroup.Name)]
public sealed class CounterTests(SharedWorld shared, BrowserFixture browsers)
{
    [Fact]
    public async Task A_deposit_is_held_taken_in_part_and_let_go()
    {
        var world = await shared.OpenAsync();
        await using var visit = await EnterAsync(world, "#deposits");
        await AgreeAsync(world, visit, "abc_hold_page", "#hold", "/deposits");

        await visit.Page.FillAsync("#amount", "40.00");
        await visit.Page.CheckAsync("#final");
        await visit.ClickAsync("#capture");
        await LookUntilAsync(visit, "#captured:text-is('40.00')");
        await LookUntilAsync(visit, "#released:text-is('60.00')");

        (await visit.Page.InnerTextAsync("#held")).ShouldBe("100.00");
        visit.Troubles.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("abc_agreement")]
    [InlineData("alipay_agreement")]
    public async Task A_member_signs_is_debited_and_leaves(string product)
    {
        var world = await shared.OpenAsync();
        await using var visit = await EnterAsync(world, "#subscriptions");
        await AgreeAsync(world, visit, product, "#sign", "/subscriptions");

        await visit.Page.FillAsync("#amount", "30.01");
        await visit.ClickAsync("#debit");
        (await visit.Page.InnerTextAsync("#problem")).ShouldContain("EXCEEDS_AGREEMENT");
        await visit.Page.GoBackAsync();
        await visit.Page.FillAsync("#amount", "12.00");
        await visit.ClickAsync("#debit");
        await LookUntilAsync(visit, "#debited:text-is('12.00')");
        await visit.ClickAsync("#end");
        await LookUntilAsync(visit, "#state:not(.paid)");

        visit.Troubles.ShouldHaveSingleItem().ShouldContain("409");
    }

    [Fact]
    public async Task Members_of_the_Agricultural_Bank_are_debited_together()
    {
        var world = await shared.OpenAsync();
        await using var visit = await EnterAsync(world, "#subscriptions");
        var number = await AgreeAsync(
            world, visit, "abc_agreement", "#sign", "/subscriptions");
        var pay = world.Client.Pay;
        var agreement = MerchantClient.Answer(await pay.QueryAgreementAsync(
            AgreementQueryRequest.ByOutAgreementNo(number)));

        // Only a batch of the bank's own has rows that it declines.
        await world.ControlOf("abc").OrderFaultAsync("row_declined", method: "AgentBatch");
        MerchantClient.Answer(await pay.SendDebitBatchAsync(new(
            $"D-{number}",
            [
                .. Enumerable.Range(0, 10).Select(i => new DebitRequest
                {
                    OutTradeNo = FormattableString.Invariant($"D-{number}-{i}"),
                    AgreementId = agreement.AgreementId,
                    TotalFee = 100,
                    Subject = "会员费",
                }),
            ])));

        await Patience.UntilAsync("every debit is known", async () =>
        {
            var open = 0;
            for (var i = 0; i < 10; i++)
            {
                open += (await pay.QueryAsync(OrderQueryRequest.ByOutTradeNo(
                    FormattableString.Invariant($"D-{number}-{i}")))).Value
                    is { TradeState: not TradeState.UserPaying } ? 0 : 1;
            }

            return open == 0 ? agreement : null;
        });
        var done = await Patience.UntilAsync("the batch is done", async () =>
            MerchantClient.Answer(await pay.QueryDebitBatchAsync($"D-{number}"))
                is { BatchState: BatchState.Done } batch ? batch : null);
        (done.Succeeded, done.Failed).ShouldBe((9, 1));
    }

    [Fact]
    public async Task A_buyer_pays_by_card_and_the_code_from_the_phone()
    {
        var world = await shared.OpenAsync();
        await using var visit = await EnterAsync(world, "#card");
        await visit.ClickAsync("#send");
        await visit.SeeAsync("#code");
        var number = (await visit.Page.GetAttributeAsync("form", "action"))!.Split('/')[^1];
        var order = await world.Client.QueryAsync(number);
        var code = (await world.ControlOf("abc").TradeAsync(order.TransactionId + "01"))
            .GetProperty("phone_code").GetString()!;

        await visit.Page.FillAsync("#code", code);
        await visit.ClickAsync("#pay");
        await visit.SeeAsync("#state.paid");

        (await world.Client.QueryAsync(number)).Channel.ShouldBe("abc_kcode");
        visit.Troubles.ShouldBeEmpty();
    }

    private async Task<Visit> EnterAsync(PayWorld world, string link)
    {
        var visit = await Visit.BeginAsync(browsers.Browser, script: false);
        await visit.GoAsync(world.Shop.Address);
        await visit.ClickAsync(link);
        return visit;
    }

    /// <summary>Agrees on the channel's page, and looks at what came of it; its number.</summary>
    private static async Task<string> AgreeAsync(
        PayWorld world, Visit visit, string product, string button, string path)
    {
        await visit.Page.SelectOptionAsync("#channel", product);
        var number = await visit.Page.InputValueAsync("input[name=number]");
        await visit.ClickAsync(button);
        await visit.ClickAsync("#go");
        await visit.ClickAsync("#pay");
        await visit.GoAsync(new Uri(world.Shop.Address, $"{path}/{number}"));
        await LookUntilAsync(visit, "#state.paid");
        return number;
    }

    /// <summary>Loads the page again until it shows something.</summary>
    private static async Task LookUntilAsync(Visit visit, string selector)
        => await Patience.UntilAsync($"{selector} is shown", async () =>
        {
            if (await visit.Page.Locator(selector).CountAsync() > 0)
            {
                return selector;
            }

            await visit.Page.ReloadAsync(new PageReloadOptions
            {
                WaitUntil = WaitUntilState.DOMContentLoaded,
            });
            return null;
        });
}
