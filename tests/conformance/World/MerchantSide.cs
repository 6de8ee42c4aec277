using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.Conformance.World;

/// <summary>A merchant: signs its calls by the documented rule, and keeps what it is told.
/// </summary>
internal sealed class MerchantSide : IAsyncDisposable
{
    /// <summary>Its application.</summary>
    public const string AppId = "shop";

    /// <summary>Its key.</summary>
    public const string KeyId = "shop-1";

    private readonly WebApplication web;
    private readonly HttpClient client;
    private readonly TimeProvider clock;
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> told = new();
    private int nonces;

    private MerchantSide(WebApplication web, HttpClient client, TimeProvider clock)
    {
        (this.web, this.client, this.clock) = (web, client, clock);
        web.MapPost("/told", (Delegate)TakeAsync);
    }

    /// <summary>SubjectPublicKeyInfo in base64.</summary>
    public static string PublicKey => MemoryKeys.PublicOf("merchant");

    /// <summary>Where it is told.</summary>
    public Uri NotifyUrl => new(new Uri(web.Urls.First()), "/told");

    /// <summary>Every notification, by its parameters.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Told => [.. told];

    /// <summary>Starts its server.</summary>
    public static async Task<MerchantSide> StartAsync(HttpClient client, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var side = new MerchantSide(builder.Build(), client, clock);
        await side.web.StartAsync();
        return side;
    }

    /// <summary>The notifications of one order and kind.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> ToldOf(string id, string type)
        =>
        [
            .. told.Where(n => n["transaction_id"] == id && n["notify_type"] == type),
        ];

    /// <summary>Calls the gateway.</summary>
    public async Task<Reply> SendAsync(
        Uri gateway, HttpMethod method, string target, JsonObject? body = null)
    {
        var text = body?.ToJsonString() ?? "";
        using var request = new HttpRequestMessage(method, new Uri(gateway, target));
        if (body is not null)
        {
            request.Content = new StringContent(text, Encoding.UTF8, "application/json");
        }

        request.Headers.TryAddWithoutValidation(
            "Authorization", Sign(method.Method, target, text));
        using var response = await client.SendAsync(request);
        return new Reply(
            (int)response.StatusCode,
            JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => web.DisposeAsync();

    private string Sign(string method, string target, string body)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
        var nonce = $"nonce-{Interlocked.Increment(ref nonces):D6}";
        var signed = Encoding.UTF8.GetBytes(
            $"{method}\n{target}\n{timestamp}\n{nonce}\n{body}\n");
        string signature;
        var key = MemoryKeys.Of("merchant");
        lock (key)
        {
            signature = Convert.ToBase64String(key.SignData(
                signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }

        return $"PAYFN-SHA256-RSA2048 app_id=\"{AppId}\",key_id=\"{KeyId}\","
            + $"timestamp=\"{timestamp}\",nonce=\"{nonce}\",signature=\"{signature}\"";
    }

    private async Task<string> TakeAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        told.Enqueue(form.ToDictionary(
            static f => f.Key, static f => f.Value.ToString(), StringComparer.Ordinal));
        return "success";
    }
}

/// <summary>What the gateway answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON.</param>
internal sealed record Reply(int Status, JsonObject Body)
{
    /// <summary>A member as text; empty when there is none.</summary>
    public string this[string member] => Body[member]?.ToString() ?? "";

    /// <inheritdoc/>
    public override string ToString() => $"{Status} {Body.ToJsonString()}";
}
