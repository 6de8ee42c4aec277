using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PayFunctions.Tests.Flows.World;

/// <summary>A simulator's control interface.</summary>
internal sealed class ChannelControl(HttpClient http, Uri simulator)
{
    /// <summary>The simulator's root.</summary>
    public Uri Root => simulator;

    /// <summary>The payer pays what was opened under a number.</summary>
    public Task<bool> PayAsync(string outTradeNo) => PostAsync($"trades/{outTradeNo}/pay");

    /// <summary>The same, and the channel notifies nobody.</summary>
    public Task<bool> PaySilentlyAsync(string outTradeNo)
        => PostAsync($"trades/{outTradeNo}/pay?silent=1");

    /// <summary>Orders a fault, for requests of every method or of one.</summary>
    public async Task OrderFaultAsync(string kind, int count = 1, string? method = null)
    {
        using var answer = await http.PostAsJsonAsync(
            Address("faults"),
            method is null ? new { kind, count } : (object)new { kind, count, method });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Calls off what is left of them.</summary>
    public async Task ClearFaultsAsync()
    {
        using var answer = await http.DeleteAsync(Address("faults"));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Every trade and every pay page nobody used.</summary>
    public async Task<IReadOnlyList<JsonElement>> TradesAsync()
        => [.. (await http.GetFromJsonAsync<JsonElement>(Address("trades"))).EnumerateArray()];

    /// <summary>One of them.</summary>
    public Task<JsonElement> TradeAsync(string outTradeNo)
        => http.GetFromJsonAsync<JsonElement>(Address($"trades/{outTradeNo}"));

    /// <summary>A page of the simulator.</summary>
    public Uri Page(string pathAndQuery) => new(simulator, pathAndQuery);

    private async Task<bool> PostAsync(string path)
    {
        using var answer = await http.PostAsync(Address(path), null);
        return answer.StatusCode is HttpStatusCode.OK;
    }

    private Uri Address(string path) => new(simulator, $"/control/{path}");
}
