using System.Net;
using System.Text.RegularExpressions;

namespace PayFunctions.Sandbox.Day;

/// <summary>A payer without a screen: goes where a browser would be sent, then acts by the
/// simulator's control interface.</summary>
/// <param name="http">A client that follows no redirects.</param>
internal sealed partial class DayPayer(HttpClient http)
{
    private const int StepsMaximum = 8;
    private const int MatchMs = 1_000;
    private const string WalletScheme = "weixin:";

    /// <summary>Opens the pay page of an order, or scans its code.</summary>
    /// <param name="order">The order.</param>
    /// <param name="channel">The root of its channel's simulator.</param>
    /// <param name="cancel">Gives up.</param>
    public Task OpenAsync(MadeOrder order, Uri channel, CancellationToken cancel)
        => GoAsync(
            order.CodeUrl switch
            {
                null => order.PayUrl,
                var code when code.StartsWith(WalletScheme, StringComparison.Ordinal)
                    => new Uri(channel, $"/scan?code={Uri.EscapeDataString(code)}"),
                var code => new Uri(code),
            },
            cancel);

    /// <summary>Acts; false where the channel knows of no such order, or refuses.</summary>
    public async Task<bool> ActAsync(
        MadeOrder order, Uri channel, PayerAct act, CancellationToken cancel)
    {
        var what = act switch
        {
            PayerAct.Pays => "pay",
            PayerAct.PaysSilently => "pay?silent=1",
            PayerAct.IsDeclined => "decline",
            _ => null,
        };
        if (what is null)
        {
            return true;
        }

        using var answer = await http.PostAsync(
            new Uri(channel, $"/control/trades/{order.ChannelNumber}/{what}"), null, cancel);
        return answer.IsSuccessStatusCode;
    }

    private async Task GoAsync(Uri address, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        for (var steps = 0; steps < StepsMaximum; steps++)
        {
            using var answer = await http.SendAsync(request, cancel);
            request.Dispose();
            var next = answer.Headers.Location is { } location
                ? new HttpRequestMessage(
                    HttpMethod.Get, new Uri(answer.RequestMessage!.RequestUri!, location))
                : Handover(await answer.Content.ReadAsStringAsync(cancel));
            if (next is null)
            {
                return;
            }

            request = next;
        }

        request.Dispose();
    }

    /// <summary>The form or the link by which a page sends the browser on by itself.</summary>
    private static HttpRequestMessage? Handover(string page)
    {
        if (FormPattern().Match(page) is { Success: true } form)
        {
            return new HttpRequestMessage(
                HttpMethod.Post, WebUtility.HtmlDecode(form.Groups["url"].Value))
            {
                Content = new FormUrlEncodedContent(FieldPattern().Matches(page).Select(
                    static m => KeyValuePair.Create(
                        m.Groups["name"].Value,
                        WebUtility.HtmlDecode(m.Groups["value"].Value)))),
            };
        }

        return RefreshPattern().Match(page) is { Success: true } refresh
            ? new HttpRequestMessage(
                HttpMethod.Get, WebUtility.HtmlDecode(refresh.Groups["url"].Value))
            : null;
    }

    [GeneratedRegex(
        "<form method=\"post\" action=\"(?<url>[^\"]+)\"[^>]* data-handover",
        RegexOptions.ExplicitCapture, MatchMs)]
    private static partial Regex FormPattern();

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture, MatchMs)]
    private static partial Regex FieldPattern();

    [GeneratedRegex(
        "http-equiv=\"refresh\" content=\"0; url=(?<url>https?:[^\"]+)\"",
        RegexOptions.ExplicitCapture, MatchMs)]
    private static partial Regex RefreshPattern();
}
