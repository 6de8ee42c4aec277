using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace PayFunctions.Tests.Conformance.World;

/// <summary>Drives a channel's simulator: its control interface is the same at every channel.
/// </summary>
internal sealed class ChannelControl(HttpClient client, Uri root)
{
    /// <summary>Whether faults were ordered and not forgotten.</summary>
    public bool IsIll { get; private set; }

    /// <summary>A trade or an opened order; null when the channel knows none.</summary>
    public async Task<ChannelTrade?> FindAsync(string number)
    {
        using var answer = await client.GetAsync(new Uri(root, $"control/trades/{number}"));
        return answer.StatusCode == HttpStatusCode.NotFound
            ? null
            : ChannelTrade.Of(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>What the channel must know.</summary>
    public async Task<ChannelTrade> ShowAsync(string number)
        => (await FindAsync(number)).ShouldNotBeNull($"The channel knows no {number}.");

    /// <summary>The payer pays, and the channel notifies.</summary>
    public Task<bool> PayAsync(string number) => ActAsync(number, "pay");

    /// <summary>The payer pays, and nobody is told.</summary>
    public Task<bool> PaySilentlyAsync(string number) => ActAsync(number, "pay?silent=1");

    /// <summary>The payer's bank refuses; false where the channel knows no such thing.</summary>
    public Task<bool> DeclineAsync(string number) => ActAsync(number, "decline");

    /// <summary>An unpaid trade ends.</summary>
    public Task<bool> CloseAsync(string number) => ActAsync(number, "close");

    /// <summary>One notification now.</summary>
    public Task<bool> NotifyAsync(string number) => ActAsync(number, "notify");

    /// <summary>Orders a fault.</summary>
    public async Task FaultAsync(
        string kind, int count = 1, string? method = null, int seconds = 15, bool done = false)
    {
        IsIll = true;
        using var answer = await client.PostAsJsonAsync(
            new Uri(root, "control/faults"), new { kind, count, method, seconds, done });
        answer.StatusCode.ShouldBe(
            HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Forgets the faults.</summary>
    public async Task HealAsync()
    {
        using var answer = await client.DeleteAsync(new Uri(root, "control/faults"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        IsIll = false;
    }

    private async Task<bool> ActAsync(string number, string act)
    {
        using var nothing = new StringContent("", Encoding.UTF8);
        using var answer = await client.PostAsync(
            new Uri(root, $"control/trades/{number}/{act}"), nothing);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Conflict);
        return answer.StatusCode == HttpStatusCode.OK;
    }
}

/// <summary>A trade as the channel shows it.</summary>
internal sealed record ChannelTrade(
    string State, long Fen, string Subject, string TradeNo,
    IReadOnlyList<(string Number, long Fen, string State)> Refunds, ChannelMessage? Notification)
{
    /// <summary>Reads it.</summary>
    public static ChannelTrade Of(JsonElement json)
        => new(
            json.GetProperty("state").GetString()!,
            json.GetProperty("fen").GetInt64(),
            json.GetProperty("subject").GetString()!,
            json.GetProperty("trade_no").GetString() ?? "",
            [
                .. json.GetProperty("refunds").EnumerateArray().Select(static r => (
                    r.GetProperty("out_refund_no").GetString()!,
                    r.GetProperty("fen").GetInt64(),
                    r.GetProperty("state").GetString()!)),
            ],
            ChannelMessage.Of(json.GetProperty("notification")))
        {
            PhoneCode = json.GetProperty("phone_code").GetString(),
        };

    /// <summary>What the payer's phone shows; null where no code was sent.</summary>
    public string? PhoneCode { get; private init; }

    /// <summary>What went back in all.</summary>
    public long Refunded
        => Refunds.Where(static r => r.State == "success").Sum(static r => r.Fen);
}

/// <summary>A notification exactly as the channel sent it.</summary>
internal sealed record ChannelMessage(string Method, string Url, string ContentType, string Body)
{
    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Reads it; null where there is none.</summary>
    public static ChannelMessage? Of(JsonElement json)
        => json.ValueKind != JsonValueKind.Object
            ? null
            : new ChannelMessage(
                json.GetProperty("method").GetString()!,
                json.GetProperty("url").GetString()!,
                json.GetProperty("content_type").GetString()!,
                json.GetProperty("body").GetString()!)
            {
                Headers = json.GetProperty("headers")
                    .Deserialize<Dictionary<string, string>>()!,
            };

    /// <summary>The parameters as they stand on the wire, not decoded.</summary>
    public string Parameters
        => Method == "GET" ? new Uri(Url).Query.TrimStart('?') : Body;

    /// <summary>The same with other parameters.</summary>
    public ChannelMessage With(string parameters)
        => Method == "GET"
            ? this with { Url = $"{Url.Split('?')[0]}?{parameters}" }
            : this with { Body = parameters };
}
