using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PayFunctions.Sandbox.Day;

/// <summary>What the gateway's operator reads of a day.</summary>
internal sealed class DayBooks(HttpClient http, Uri gateway, string functionKey, DateOnly day)
{
    private readonly string date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An order with its whole history; null where the gateway has none.</summary>
    public Task<JsonElement?> OrderAsync(string transactionId, CancellationToken cancel)
        => GetAsync($"platform/payments/{transactionId}", cancel);

    /// <summary>The reconciled day of an account; null while it was not begun.</summary>
    public Task<JsonElement?> ReconciliationAsync(
        string channel, string account, CancellationToken cancel)
        => GetAsync($"platform/reconciliations/{channel}/{account}/{date}", cancel);

    /// <summary>The clearing of an application; null while it was not calculated.</summary>
    public Task<JsonElement?> ClearingAsync(string appId, CancellationToken cancel)
        => GetAsync($"platform/applications/{appId}/clearings/{date}", cancel);

    /// <summary>The trial balance; null while the day is open.</summary>
    public Task<JsonElement?> TrialBalanceAsync(CancellationToken cancel)
        => GetAsync($"platform/trial-balances/{date}", cancel);

    private async Task<JsonElement?> GetAsync(string path, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateway, path));
        request.Headers.Add("x-functions-key", functionKey);
        using var answer = await http.SendAsync(request, cancel);
        return answer.StatusCode is HttpStatusCode.OK
            ? await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)
            : null;
    }
}
