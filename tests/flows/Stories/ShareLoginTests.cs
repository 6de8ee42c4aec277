using System.Net;
using PayFunctions.Sandbox.Shop;
using PayFunctions.Sandbox.Tenpay;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>A wallet's user opens the shop: wallet, gateway and shop as they are.</summary>
[Collection(StoryGroup.Name)]
public sealed class ShareLoginTests(SharedWorld shared, BrowserFixture browsers)
{
    [Theory]
    [InlineData("#open", null)]
    [InlineData("#post", "#go")]
    public async Task A_user_opens_the_shop_in_the_wallet_and_is_known_there_once(
        string way, string? onward)
    {
        var world = await shared.OpenAsync();
        await using var visit = await Visit.BeginAsync(browsers.Browser);
        await visit.GoAsync(new Uri(world.ControlOf("tenpay").Root, WalletDesk.Path));
        await visit.Page.FillAsync("#user", "张三 & Co");

        await visit.ClickAsync(way);
        if (onward is not null)
        {
            await visit.ClickAsync(onward);
        }

        (await visit.Page.InnerTextAsync("#login")).ShouldContain("张三 & Co");
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe(ShopRoutes.LoginPath);
        visit.Troubles.ShouldBeEmpty();
        (await visit.GoAsync(new Uri(visit.Page.Url))).ShouldBe(403);
        (await visit.Page.InnerTextAsync("#login")).ShouldNotContain("张三");
    }

    [Fact]
    public async Task What_the_wallet_said_opens_the_shop_once()
    {
        var world = await shared.OpenAsync();
        using var opened = await world.Http.PostAsync(
            new Uri(world.ControlOf("tenpay").Root, WalletDesk.OpenPath),
            new FormUrlEncodedContent(
                [new("appid", "0000000099"), new("user_id", "10001"), new("by", "get")]));
        var message = opened.Headers.Location.ShouldNotBeNull();

        using var first = await world.Http.GetAsync(message);
        using var second = await world.Http.GetAsync(message);
        using var forged = await world.Http.GetAsync(new Uri(message.AbsoluteUri.Replace(
            "user_id=10001", "user_id=10002", StringComparison.Ordinal)));

        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        first.Headers.Location!.AbsoluteUri.ShouldStartWith(
            new Uri(world.Shop.Address, ShopRoutes.LoginPath).AbsoluteUri);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
