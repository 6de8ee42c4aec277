using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.Sandbox.Shop;

/// <summary>
/// What the shop needs of a gateway: its published key, signatures by rule S over forms that a
/// test composes, and prescribed answers to what the shop asks.
/// </summary>
internal sealed class GatewayDouble : IAsyncDisposable
{
    private const string KeyId = "gateway-1";

    private readonly RSA key = RSA.Create();
    private readonly ConcurrentQueue<GatewayAnswer> answers = [];
    private readonly ConcurrentQueue<GatewayCall> calls = [];
    private readonly WebApplication web;

    private GatewayDouble()
    {
        key.ImportFromPem(TestKeys.Gateway);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        web = builder.Build();
        web.MapGet("/.well-known/jwks.json", Keys);
        web.Map("/v1/{**rest}", AnswerAsync);
    }

    public Uri Address => new(web.Urls.First());

    /// <summary>What the shop asked, in order.</summary>
    public IReadOnlyList<GatewayCall> Calls => [.. calls];

    public static async Task<GatewayDouble> StartAsync()
    {
        var gateway = new GatewayDouble();
        await gateway.web.StartAsync();
        return gateway;
    }

    /// <summary>Prescribes the answers to the next calls; the last one is repeated.</summary>
    public void Answer(params GatewayAnswer[] next)
    {
        answers.Clear();
        foreach (var answer in next)
        {
            answers.Enqueue(answer);
        }
    }

    /// <summary>
    /// A signed form; values of later pairs replace those of earlier ones, empty ones are left out.
    /// </summary>
    public string Sign(DateTimeOffset now, params (string Name, string Value)[] values)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = "demo-shop",
            ["charset"] = "utf-8",
            ["fee_type"] = "CNY",
            ["key_id"] = KeyId,
            ["timestamp"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["transaction_id"] = GatewayAnswer.TransactionId,
            ["version"] = "1.0",
        };
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        foreach (var empty in fields.Where(static f => f.Value.Length == 0).ToList())
        {
            fields.Remove(empty.Key);
        }

        var text = string.Join('&', fields.Select(static f => $"{f.Key}={f.Value}"));
        fields["sign"] = Convert.ToBase64String(key.SignData(
            Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        fields["sign_type"] = "RSA2";
        return string.Join('&', fields.Select(
            static f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        key.Dispose();
    }

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        calls.Enqueue(new(
            $"{request.Method} {request.Path}{request.QueryString}",
            body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject()));
        var answer = answers.Count > 1 && answers.TryDequeue(out var next)
            ? next
            : answers.TryPeek(out var last) ? last : GatewayAnswer.Problem(500, "INTERNAL");
        return Results.Text(answer.Json, answer.ContentType, statusCode: answer.Status);
    }

    private IResult Keys()
    {
        var numbers = key.ExportParameters(false);
        return Results.Json(new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    alg = "RS256",
                    kid = KeyId,
                    n = System.Buffers.Text.Base64Url.EncodeToString(numbers.Modulus),
                    e = System.Buffers.Text.Base64Url.EncodeToString(numbers.Exponent),
                },
            },
        });
    }
}
