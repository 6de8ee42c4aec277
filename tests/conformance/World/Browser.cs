using System.Net;
using System.Text.RegularExpressions;

namespace PayFunctions.Tests.Conformance.World;

/// <summary>A payer's browser: follows redirects and pages that lead on, and posts
/// the forms that carry it on.</summary>
internal sealed partial class Browser(HttpClient client)
{
    private const int HopsMax = 6;

    /// <summary>Goes to an address and where it leads; the last answer.</summary>
    public async Task<Visit> GoAsync(Uri address)
    {
        var answer = await client.GetAsync(address);
        for (var hop = 0; hop < HopsMax; hop++)
        {
            var text = await answer.Content.ReadAsStringAsync();
            var here = answer.RequestMessage!.RequestUri!;
            if (answer.Headers.Location is { } next
                && answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther)
            {
                answer.Dispose();
                answer = await client.GetAsync(new Uri(here, next));
            }
            else if (Onward().Match(text) is { Success: true } link)
            {
                using var request = new HttpRequestMessage(
                    HttpMethod.Get,
                    new Uri(here, WebUtility.HtmlDecode(link.Groups["address"].Value)));
                request.Headers.Referrer = Referrer(answer, here);
                answer.Dispose();
                answer = await client.SendAsync(request);
            }
            else if (Handover().Match(text) is { Success: true } form)
            {
                answer.Dispose();
                answer = await PostAsync(
                    new Uri(here, WebUtility.HtmlDecode(form.Groups["action"].Value)), text);
            }
            else
            {
                answer.Dispose();
                return new Visit((int)answer.StatusCode, here, text);
            }
        }

        throw new InvalidOperationException($"More than {HopsMax} hops from {address}.");
    }

    /// <summary>What the next site is told of the page that leads to it.</summary>
    private static Uri? Referrer(HttpResponseMessage page, Uri here)
        => page.Headers.TryGetValues("Referrer-Policy", out var policy)
            && policy.Contains("strict-origin", StringComparer.Ordinal)
                ? new Uri(here.GetLeftPart(UriPartial.Authority))
                : null;

    private async Task<HttpResponseMessage> PostAsync(Uri action, string page)
    {
        using var form = new FormUrlEncodedContent(Hidden().Matches(page).Select(
            static m => KeyValuePair.Create(
                WebUtility.HtmlDecode(m.Groups["name"].Value),
                WebUtility.HtmlDecode(m.Groups["value"].Value))));
        return await client.PostAsync(action, form);
    }

    [GeneratedRegex(
        "<meta http-equiv=\"refresh\" content=\"0; url=(?<address>[^\"]*)\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Onward();

    [GeneratedRegex(
        "<form method=\"post\" action=\"(?<action>[^\"]*)\"[^>]* data-handover",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Handover();

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();
}

/// <summary>Where a browser ended.</summary>
/// <param name="Status">The last status.</param>
/// <param name="Address">The last address.</param>
/// <param name="Text">The last page.</param>
internal sealed record Visit(int Status, Uri Address, string Text);
