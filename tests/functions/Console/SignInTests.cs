using PayFunctions.Console;
using PayFunctions.Platform;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Console;

public sealed class SignInTests
{
    private readonly TestGateway gateway = new();

    private DateTimeOffset Now => gateway.Clock.GetUtcNow();

    [Fact]
    public async Task A_link_of_the_merchants_key_opens_the_console_for_half_an_hour()
    {
        var browser = await ConsoleBrowser.OfAsync(gateway);

        var page = await browser.GetAsync("/console");
        gateway.Clock.Advance(ConsoleSession.Life - TimeSpan.FromSeconds(1));
        var late = await browser.GetAsync("/console");
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        var over = await browser.GetAsync("/console");

        page.Status.ShouldBe(200);
        page.Text.ShouldContain("The shop");
        late.Status.ShouldBe(200);
        over.Status.ShouldBe(401);
        ConsoleBrowser.Read(over).ShouldContain("You are signed out");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_of_other_sites_and_of_plain_http()
    {
        var answer = await new ConsoleBrowser(gateway).GetAsync(
            ConsoleBrowser.Link(Now).Target);

        var cookie = answer.Headers.SetCookie.ToString();
        cookie.ShouldEndWith("; max-age=1800; path=/console; secure; samesite=lax; httponly");
        cookie.Split('=')[1].Split(';')[0].Length.ShouldBe(43);
        answer.Headers.CacheControl.ToString().ShouldBe("no-store");
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var link = ConsoleBrowser.Link(Now).Target;

        var first = await new ConsoleBrowser(gateway).GetAsync(link);
        var second = await new ConsoleBrowser(gateway).GetAsync(link);

        first.Status.ShouldBe(302);
        second.Status.ShouldBe(401);
        second.Headers.SetCookie.ToString().ShouldBeEmpty();
        ConsoleBrowser.Read(second).ShouldContain("This link cannot be used");
    }

    [Fact]
    public async Task The_same_link_written_in_other_ways_is_the_same_link()
    {
        var link = ConsoleBrowser.Link(Now).Target;
        var sign = link.IndexOf("&sign=", StringComparison.Ordinal) + "&sign=".Length;
        string[] others =
        [
            link[..sign] + "%20" + link[sign..],
            link[..(sign + 4)] + "%0A" + link[(sign + 4)..],
            "/console/sign-in?" + string.Join(
                '&', link.Split('?')[1].Split('&').Reverse()),
        ];
        await new ConsoleBrowser(gateway).GetAsync(link);

        foreach (var other in others)
        {
            (await new ConsoleBrowser(gateway).GetAsync(other)).Status.ShouldBe(401);
        }
    }

    [Fact]
    public async Task A_link_works_for_five_minutes_however_the_clocks_differ()
    {
        var late = ConsoleBrowser.Link(Now - ConsoleSession.LinkLife).Target;
        var tooLate = ConsoleBrowser.Link(
            Now - ConsoleSession.LinkLife - TimeSpan.FromSeconds(1)).Target;

        (await new ConsoleBrowser(gateway).GetAsync(late)).Status.ShouldBe(302);
        (await new ConsoleBrowser(gateway).GetAsync(tooLate)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_link_signed_ahead_of_our_clock_is_remembered_for_as_long_as_it_is_good()
    {
        var link = ConsoleBrowser.Link(Now + ConsoleSession.LinkLife).Target;
        (await new ConsoleBrowser(gateway).GetAsync(link)).Status.ShouldBe(302);
        gateway.Clock.Advance(ConsoleSession.LinkLife * 1.5);

        // Another one signs in, and what has expired is forgotten.
        await ConsoleBrowser.OfAsync(gateway);

        (await new ConsoleBrowser(gateway).GetAsync(link)).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("purpose", null)]
    [InlineData("purpose", "pay")]
    [InlineData("nonce", null)]
    [InlineData("nonce", "")]
    [InlineData("nonce", "12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("app_id", "nobody")]
    [InlineData("app_id", "other")]
    [InlineData("key_id", "key-2")]
    [InlineData("charset", "gbk")]
    [InlineData("version", "2.0")]
    [InlineData("sign_type", "RSA")]
    [InlineData("timestamp", "soon")]
    [InlineData("out_trade_no", "A-1")]
    public async Task A_link_that_says_anything_else_opens_nothing(string name, string? value)
    {
        var browser = new ConsoleBrowser(gateway);

        var answer = await browser.GetAsync(
            ConsoleBrowser.Link(Now, null, (name, value)).Target);

        answer.Status.ShouldBe(401);
        browser.Cookie.ShouldBeNull();
        gateway.Sessions.Rows.ShouldBe(0);
    }

    [Theory]
    [InlineData("nonce", "other")]
    [InlineData("purpose", "consolE")]
    [InlineData("app_id", "other")]
    [InlineData("timestamp", "1772366401")]
    [InlineData("sign", "AAAA")]
    public async Task A_link_that_was_altered_opens_nothing(string name, string value)
    {
        var answer = await new ConsoleBrowser(gateway).GetAsync(
            ConsoleBrowser.Link(Now).Tampered(name, value));

        answer.Status.ShouldBe(401);
        gateway.Sessions.Rows.ShouldBe(0);
    }

    [Fact]
    public async Task No_other_signed_URL_opens_the_console_and_a_link_pays_nothing()
    {
        var payUrl = new PayUrl(Now).Target;
        var link = ConsoleBrowser.Link(Now).Target;

        var signIn = await new ConsoleBrowser(gateway).GetAsync(
            payUrl.Replace("/pay?", "/console/sign-in?", StringComparison.Ordinal));
        var pay = await new ConsoleBrowser(gateway).GetAsync(
            link.Replace("/console/sign-in?", "/pay?", StringComparison.Ordinal));

        signIn.Status.ShouldBe(401);
        pay.Status.ShouldBe(400);
        gateway.Orders.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_itself_not_only_the_cookie()
    {
        var browser = await ConsoleBrowser.OfAsync(gateway);
        var held = browser.Cookie;

        var answer = await browser.PostAsync("/console/sign-out");

        answer.Status.ShouldBe(200);
        browser.Cookie.ShouldBeNull();
        browser.Cookie = held;
        (await browser.GetAsync("/console")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_disabled_application_has_no_console()
    {
        var browser = await ConsoleBrowser.OfAsync(gateway);
        var shop = (await gateway.Applications.FindAsync("shop", default))!;
        await gateway.Applications.SaveAsync(
            shop.Application with { Enabled = false }, shop.ETag, default);
        gateway.Clock.Advance(ApplicationDirectory.Life);

        (await browser.GetAsync("/console")).Status.ShouldBe(401);
        (await browser.GetAsync(ConsoleBrowser.Link(Now).Target)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Storage_holds_nothing_that_signs_in()
    {
        var browser = await ConsoleBrowser.OfAsync(gateway);

        var stored = gateway.Sessions.Digests.ShouldHaveSingleItem();

        stored.ShouldNotContain(browser.Cookie!);
        stored.ShouldMatch("^[0-9a-f]{64}$");
        browser.Cookie = stored;
        (await browser.GetAsync("/console")).Status.ShouldBe(401);
    }
}
