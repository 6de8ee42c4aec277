using Microsoft.Playwright;
using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>
/// A deposit, whole: asked for through the SDK, authorised in a real browser, taken in part, and
/// the rest let go.
/// </summary>
[Collection(PatientStoryGroup.Name)]
public sealed class HoldTests(SharedWorld shared, BrowserFixture browsers)
{
    private const long Taken = 5_000;

    [Fact]
    public Task At_Alipay_a_payer_scans_authorises_and_pays_a_part()
        => TellAsync("alipay_hold_qr");

    [Fact]
    public Task At_the_Agricultural_Bank_a_payer_authorises_on_its_page_and_pays_a_part()
        => TellAsync("abc_hold_page");

    [Fact]
    public async Task What_is_held_is_let_go_and_the_merchant_is_told()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);
        var held = await HoldAsync(world, browsers.Browser, visit, "alipay_hold_qr");

        var gone = MerchantClient.Answer(await world.Client.Pay.VoidAsync(
            held.AuthorizationId, new VoidRequest { OutRequestNo = $"V-{held.OutTradeNo}" }));

        (gone.ReleasedFee + gone.RemainingFee).ShouldBeOneOf(MerchantClient.Fen, 0);
        var known = await Patience.UntilAsync("the release is known", async () =>
            await QueryAsync(world, held) is { ReleasedFee: MerchantClient.Fen } all ? all : null);
        known.AuthorizationState.ShouldBe(TradeState.Finished);
    }

    private async Task TellAsync(string product)
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);
        var held = await HoldAsync(world, browsers.Browser, visit, product);
        var number = $"C-{held.OutTradeNo}";

        var taken = MerchantClient.Answer(await world.Client.Pay.CaptureAsync(
            held.AuthorizationId,
            new CaptureRequest { OutTradeNo = number, TotalFee = Taken, IsFinal = true }));

        taken.CaptureState.ShouldBeOneOf(CaptureState.Success, CaptureState.Processing);
        var paid = await Patience.UntilAsync("the capture is paid", async () =>
            await world.Client.QueryAsync(number) is { TradeState: TradeState.Success } payment
                ? payment : null);
        paid.TotalFee.ShouldBe(Taken);
        var over = await Patience.UntilAsync("the hold is over", async () =>
            await QueryAsync(world, held) is { AuthorizationState: TradeState.Finished } all
                ? all : null);
        (over.CapturedFee, over.ReleasedFee)
            .ShouldBe((Taken, MerchantClient.Fen - Taken));
        await Story.FirstNoticeAsync(world, number);
        visit.Troubles.ShouldBeEmpty();
    }

    /// <summary>The payer authorises on the channel's page, and the gateway's page says so.
    /// </summary>
    private static async Task<AuthorizationResponse> HoldAsync(
        PayWorld world, IBrowser browser, Visit visit, string product)
    {
        var request = world.Client.Order();
        request.Channel = product;
        var created = MerchantClient.Answer(
            await world.Client.Pay.AuthorizeAsync(request, TimeSpan.FromDays(1)));
        await visit.GoAsync(created.PayUrl);
        if (created.CodeUrl is { } code)
        {
            (await visit.Page.TextContentAsync("body"))!.ShouldContain("冻结");
            await using var phone = await Visit.BeginAsync(browser);
            await phone.GoAsync(new Uri(code));
            await phone.ClickAsync("#pay");
            await phone.SeeAsync("#paid");
        }
        else
        {
            await visit.ClickAsync("#pay");
        }

        // The page that shows the code goes on by itself.
        await visit.SeeAsync(".mark.good");
        (await visit.Page.TextContentAsync("h1"))!.ShouldContain("冻结");
        var held = await Patience.UntilAsync("the amount is held", async () =>
            MerchantClient.Answer(await world.Client.Pay.QueryAuthorizationAsync(
                AuthorizationQueryRequest.ById(created.AuthorizationId)))
                is { AuthorizationState: TradeState.Authorized } all ? all : null);
        held.RemainingFee.ShouldBe(MerchantClient.Fen);
        return held;
    }

    private static async Task<AuthorizationResponse> QueryAsync(
        PayWorld world, AuthorizationResponse held)
        => MerchantClient.Answer(await world.Client.Pay.QueryAuthorizationAsync(
            AuthorizationQueryRequest.ById(held.AuthorizationId)));
}
