using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PayFunctions.Tests.Flows.World;

/// <summary>The simulator's control interface.</summary>
internal sealed class AlipayControl(HttpClient http, Uri alipay)
{
    /// <summary>The payer pays what was opened under a number.</summary>
    public async Task<bool> PayAsync(string outTradeNo)
    {
        using var answer = await http.PostAsync(Address($"trades/{outTradeNo}/pay"), null);
        return answer.StatusCode is HttpStatusCode.OK;
    }

    /// <summary>Orders a fault.</summary>
    public async Task OrderFaultAsync(string kind, int count = 1)
    {
        using var answer = await http.PostAsJsonAsync(Address("faults"), new { kind, count });
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

    private Uri Address(string path) => new(alipay, $"/control/{path}");
}
