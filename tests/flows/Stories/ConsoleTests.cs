using Microsoft.Playwright;
using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>What a merchant's own people see and do, in a real browser.</summary>
[Collection(StoryGroup.Name)]
public sealed class ConsoleTests(SharedWorld shared, BrowserFixture browsers)
{
    /// <summary>Set to 1, a story writes docs/images/console.png anew.</summary>
    private const string PictureSetting = "PAYFUNCTIONS_PICTURES";

    [Fact]
    public async Task A_clerk_finds_an_order_by_any_number_and_refunds_it()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);

        await RefundAsync(world, visit, visit.ClickAsync, TakePictureAsync);

        visit.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_narrow_phone_without_scripts_it_is_the_same()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(
            browsers.Browser, width: 360, height: 740, script: false);

        await RefundAsync(world, visit, visit.ClickAsync);

        visit.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_page_is_wider_than_a_narrow_phone()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser, width: 360, height: 740);

        await RefundAsync(world, visit, visit.ClickAsync, static async v =>
            (await v.OverflowAsync()).ShouldBe(0, v.Page.Url));
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);

        await RefundAsync(world, visit, visit.TypeToAsync);

        visit.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_shops_link_opens_the_console_once()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);
        await using var thief = await Visit.BeginAsync(browsers.Browser);
        await visit.GoAsync(world.Shop.Address);
        var link = await world.Client.Pay.GetConsoleUrlAsync();

        await visit.ClickAsync("#console");
        await visit.SeeAsync("#hours");
        await thief.GoAsync(link);
        var again = await visit.GoAsync(link);

        again.ShouldBe(401);
        (await visit.Page.TextContentAsync("h1")).ShouldBe("该链接无法使用");
    }

    /// <summary>Signs in, looks at every page, finds the order, sends its notification again and
    /// refunds a part.</summary>
    private static async Task RefundAsync(
        PayWorld world, Visit visit, Func<string, Task> press, Func<Visit, Task>? look = null)
    {
        look ??= static _ => Task.CompletedTask;
        var order = world.Client.Order();
        var created = await Story.PaidAsync(world, order);
        var notice = await Story.FirstNoticeAsync(world, order.OutTradeNo!);
        var told = await Story.VerifiedAsync(world, notice);
        await Story.DeliveredAsync(world, told.NotifyId);

        await visit.GoAsync(await world.Client.Pay.GetConsoleUrlAsync());
        await visit.SeeAsync("#hours");
        await look(visit);
        await press("a[href='/console/days']");
        await visit.SeeAsync("table");
        await look(visit);
        await press("a[href='/console/orders']");
        await visit.SeeAsync("select");
        await look(visit);
        await visit.Page.FillAsync("#number", Story.NumberAtAlipay(created));
        await press("#find");
        await visit.SeeAsync("#refund");
        (await visit.Page.TextContentAsync("h1")).ShouldBe(order.OutTradeNo);
        await look(visit);

        await press($"form[action$='{told.NotifyId}/resend'] button");
        await visit.SeeAsync(".said");
        await Patience.UntilAsync("the notification comes again", () =>
            world.Merchant.Of(order.OutTradeNo!).Count > 1 ? notice : null);

        await visit.Page.FillAsync("#amount", "23.45");
        await press("#refund");
        await visit.SeeAsync("#confirm");
        (await visit.Page.TextContentAsync("main"))!.ShouldContain("¥23.45");
        await look(visit);
        await press("#confirm");
        await visit.SeeAsync(".said");
        await look(visit);
        await Patience.UntilAsync("the refund is known", async () =>
            await world.Client.QueryAsync(order.OutTradeNo!)
                is { TradeState: TradeState.Refund } refunded ? refunded : null);
        await visit.Page.ReloadAsync();
        (await visit.Page.TextContentAsync("main"))!.ShouldContain("merchant_payable:");

        await press("#sign-out");
        await visit.SeeAsync("h1:text('您已退出')");
    }

    private static async Task TakePictureAsync(Visit visit)
    {
        if (Environment.GetEnvironmentVariable(PictureSetting) is "1"
            && await visit.Page.Locator("#refund").CountAsync() > 0)
        {
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = RepositoryRoot.Of("docs", "images", "console.png"),
                FullPage = true,
            });
        }
    }
}
