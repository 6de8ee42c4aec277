using System.Net;
using System.Text.RegularExpressions;

namespace PayFunctions.Tests.Flows.World;

/// <summary>A payer without a screen: reads pages, presses buttons.</summary>
internal sealed partial class PayerBrowser(HttpClient http)
{
    /// <summary>A page that must be shown.</summary>
    public async Task<string> ReadAsync(Uri page)
    {
        using var answer = await http.GetAsync(page);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The status of a page, whatever it is.</summary>
    public async Task<(HttpStatusCode Status, string Text)> TryReadAsync(Uri page)
    {
        using var answer = await http.GetAsync(page);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Where a page sends the payer.</summary>
    public async Task<Uri> FollowAsync(Uri page)
    {
        using var answer = await http.GetAsync(page);
        return Target(answer, page);
    }

    /// <summary>Chooses a product on the cashier and goes on to Alipay's pay page.</summary>
    public async Task<Uri> ChooseAsync(Uri cashier, string product)
    {
        var choice = new Uri($"{cashier.AbsoluteUri}/{product}");
        using var answer = await http.GetAsync(choice);
        if (answer.StatusCode is not HttpStatusCode.OK)
        {
            return await FollowAsync(Target(answer, choice));
        }

        var page = await answer.Content.ReadAsStringAsync();
        using var form = new FormUrlEncodedContent(Field().Matches(page).Select(static m =>
            KeyValuePair.Create(
                m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value))));
        var action = new Uri(WebUtility.HtmlDecode(Action().Match(page).Groups["url"].Value));
        using var posted = await http.PostAsync(action, form);
        return Target(posted, action);
    }

    /// <summary>Presses a button of Alipay's pay page: pay or cancel.</summary>
    public async Task<string> PressAsync(Uri payPage, string button)
    {
        var action = new Uri($"{payPage.AbsoluteUri}/{button}");
        using var answer = await http.PostAsync(action, null);
        return answer.StatusCode is HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync()
            : await ReadAsync(Target(answer, action));
    }

    /// <summary>The address behind a link of a page.</summary>
    public static Uri Link(string page, string pattern)
        => new(WebUtility.HtmlDecode(Links().Matches(page)
            .Select(static m => m.Groups["url"].Value)
            .First(url => url.Contains(pattern, StringComparison.Ordinal))));

    private static Uri Target(HttpResponseMessage answer, Uri page)
        => answer.Headers.Location is { } location
            ? new Uri(page, location)
            : throw new InvalidOperationException(
                $"{page.AbsolutePath} answered {(int)answer.StatusCode} and no address.");

    [GeneratedRegex(
        "name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();

    [GeneratedRegex(
        "action=\"(?<url>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();

    [GeneratedRegex(
        "href=\"(?<url>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();
}
