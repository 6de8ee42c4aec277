using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>What a payer sees and does, in a real browser.</summary>
[Collection(StoryGroup.Name)]
public sealed class BrowserTests(SharedWorld shared, BrowserFixture browsers)
{
    private const string PageChoice = "a[href$='/alipay_page']";
    private const string WapChoice = "a[href$='/alipay_wap']";

    /// <summary>
    /// Set to 1, <see cref="A_payer_buys_at_a_desk"/> writes docs/images/cashier.png anew.
    /// </summary>
    private const string PictureSetting = "PAYFUNCTIONS_PICTURES";

    [Fact]
    public async Task A_payer_buys_at_a_desk()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);

        await BuyAsync(world, visit, visit.ClickAsync, PageChoice, TakePictureAsync);

        visit.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payer_buys_on_a_narrow_phone_and_no_page_is_wider_than_it()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser, width: 360, height: 740);

        await BuyAsync(world, visit, visit.ClickAsync, WapChoice, async v =>
            (await v.OverflowAsync()).ShouldBe(0));

        (await visit.OverflowAsync()).ShouldBe(0);
        visit.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payer_buys_without_scripts()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser, script: false);

        await BuyAsync(world, visit, visit.ClickAsync, PageChoice);

        visit.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payer_buys_with_the_keyboard_alone()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);

        await BuyAsync(world, visit, visit.TypeToAsync, PageChoice);

        visit.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payer_who_cancels_comes_back_unpaid_and_can_still_pay()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser, width: 360, height: 740);
        var order = await OrderAsync(world, visit, visit.ClickAsync);
        await visit.ClickAsync("#pay");
        await visit.ClickAsync(WapChoice);

        await visit.ClickAsync("#cancel");
        await visit.ClickAsync("#quit");

        await visit.SeeAsync("a.button");
        new Uri(visit.Page.Url).AbsolutePath.ShouldStartWith("/return/alipay/");
        world.Shop.Orders.Find(order)!.IsPaid.ShouldBeFalse();
        await visit.ClickAsync("a.button.plain");
        await visit.ClickAsync(WapChoice);
        await visit.ClickAsync("#pay");
        await visit.SeeAsync("#state.paid");
        visit.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_of_no_order_shows_what_to_do()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);

        var status = await visit.GoAsync(
            new Uri(world.Gateway, "/cashier/20260101000000000000000000"));

        status.ShouldBe(404);
        await ErrorAsync(visit, "ORDER_NOT_FOUND");
    }

    [Fact]
    public async Task A_link_of_two_days_ago_shows_what_to_do()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);
        var fresh = world.Client.Order();
        var old = new PayRequest(world.Client.Options, new PastClock(TimeSpan.FromDays(2)))
        {
            OutTradeNo = fresh.OutTradeNo,
            TotalFee = fresh.TotalFee,
            Subject = fresh.Subject,
            NotifyUrl = fresh.NotifyUrl,
        };

        var status = await visit.GoAsync(new Uri(old.GetUrl()));

        status.ShouldBe(401);
        await ErrorAsync(visit, "TIMESTAMP_OUT_OF_RANGE");
    }

    [Fact]
    public async Task The_cashier_runs_no_script_that_somebody_slips_in()
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);
        var created = await world.Client.CreateAsync(world.Client.Order());
        await visit.GoAsync(created.PayUrl);
        visit.Troubles.ShouldBeEmpty();

        await visit.Page.EvaluateAsync(
            """
            document.head.append(Object.assign(
              document.createElement('script'), { textContent: 'window.slippedIn = true' }))
            """);

        await Patience.UntilAsync("the policy is heard of", () => visit.Troubles
            .FirstOrDefault(static t => t.Contains("Content Security", StringComparison.Ordinal)));
        (await visit.Page.EvaluateAsync<bool>("'slippedIn' in window")).ShouldBeFalse();
    }

    private static async Task ErrorAsync(Visit visit, string code)
    {
        (await visit.Page.TextContentAsync("h1")).ShouldBe("无法打开此页面");
        (await visit.Page.TextContentAsync("dl"))!.ShouldContain(code);
        visit.Troubles.Where(static t => t.Contains("Content Security", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static async Task<string> OrderAsync(
        PayWorld world, Visit visit, Func<string, Task> press)
    {
        await visit.GoAsync(world.Shop.Address);
        await press("#buy-tea");
        await visit.SeeAsync("#pay");
        return new Uri(visit.Page.Url).Segments[^1];
    }

    private static async Task BuyAsync(
        PayWorld world, Visit visit, Func<string, Task> press, string choice,
        Func<Visit, Task>? look = null)
    {
        var order = await OrderAsync(world, visit, press);
        await press("#pay");
        await visit.SeeAsync(choice);
        (await visit.Page.TextContentAsync(".amount strong"))!.ShouldContain("88.00");
        await (look?.Invoke(visit) ?? Task.CompletedTask);
        await press(choice);
        await press("#pay");
        await visit.SeeAsync("#state.paid");

        new Uri(visit.Page.Url).AbsolutePath.ShouldBe($"/orders/{order}");
        world.Shop.Orders.Find(order)!.Notices.ShouldNotBeEmpty();
    }

    private static async Task TakePictureAsync(Visit visit)
    {
        if (Environment.GetEnvironmentVariable(PictureSetting) is "1")
        {
            await visit.Page.ScreenshotAsync(new()
            {
                Path = RepositoryRoot.Of("docs", "images", "cashier.png"),
                FullPage = true,
            });
        }
    }
}
