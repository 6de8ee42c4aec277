using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PayFunctions.Console;
using PayFunctions.MerchantApi;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Console;

/// <summary>A browser that keeps the console's cookie and fills its forms.</summary>
internal sealed partial class ConsoleBrowser(TestGateway gateway)
{
    private static int nonces;

    /// <summary>What it holds; null for nothing.</summary>
    public string? Cookie { get; set; }

    /// <summary>Its language.</summary>
    public string Language { get; set; } = "en";

    /// <summary>A link as a merchant's system makes one.</summary>
    public static SignedTarget Link(
        DateTimeOffset now, TestMerchant? merchant = null,
        params IEnumerable<(string Name, string? Value)> changes)
        => new(
            "/console/sign-in", merchant ?? TestMerchant.Shop, now,
            [("purpose", "console"), ("nonce", $"n-{Interlocked.Increment(ref nonces)}")],
            changes);

    /// <summary>A browser that is signed in.</summary>
    public static async Task<ConsoleBrowser> OfAsync(
        TestGateway gateway, TestMerchant? merchant = null)
    {
        var browser = new ConsoleBrowser(gateway);
        var answer = await browser.GetAsync(
            Link(gateway.Clock.GetUtcNow(), merchant).Target);
        answer.Status.ShouldBe(302);
        answer.Headers.Location.ToString().ShouldBe("/console");
        browser.Cookie.ShouldNotBeNull();
        return browser;
    }

    /// <summary>Opens a page.</summary>
    public Task<Answer> GetAsync(string target) => SendAsync("GET", target, "");

    /// <summary>Posts the fields, with the token of the session unless one is among them.</summary>
    public async Task<Answer> PostAsync(
        string target, params IEnumerable<(string Name, string Value)> fields)
    {
        var all = fields.ToDictionary(
            static f => f.Name, static f => f.Value, StringComparer.Ordinal);
        if (!all.ContainsKey(ConsoleForm.Token))
        {
            all[ConsoleForm.Token] = await TokenAsync();
        }

        return await SendAsync("POST", target, FormText.Write(all));
    }

    /// <summary>The token that every form of the session carries.</summary>
    public async Task<string> TokenAsync()
        => Field((await GetAsync("/console")).Text, ConsoleForm.Token);

    /// <summary>The value of a hidden field on a page.</summary>
    public static string Field(string page, string name)
        => FieldPattern().Matches(page)
            .First(m => string.Equals(m.Groups["name"].Value, name, StringComparison.Ordinal))
            .Groups["value"].Value;

    /// <summary>A page as a reader sees it.</summary>
    public static string Read(Answer answer) => WebUtility.HtmlDecode(answer.Text);

    /// <summary>Sends any request.</summary>
    public async Task<Answer> SendAsync(
        string method, string target, string body,
        string contentType = "application/x-www-form-urlencoded")
    {
        var context = gateway.NewContext(method, target, Encoding.UTF8.GetBytes(body));
        context.Request.ContentType = method is "POST" ? contentType : null;
        context.Request.Headers.AcceptLanguage = Language;
        context.Request.Headers.Cookie = Cookie is null ? "" : $"{ConsoleCookie.Name}={Cookie}";
        var answer = await TestGateway.SendAsync(context);
        if (SetCookiePattern().Match(answer.Headers.SetCookie.ToString()) is
            { Success: true } given)
        {
            Cookie = given.Groups["value"].Value is { Length: > 0 } value ? value : null;
        }

        return answer;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[a-z_]+)\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex FieldPattern();

    [GeneratedRegex("^payfn_console=(?<value>[^;]*);", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SetCookiePattern();
}
