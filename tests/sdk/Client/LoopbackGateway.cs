using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.Sdk.Client;

/// <summary>
/// A gateway over real HTTP that verifies each call by its own code over the raw bytes, then
/// gives a prescribed answer.
/// </summary>
internal sealed partial class LoopbackGateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private TimeProvider _clock = new ManualTimeProvider(Vectors.Noon);

    private LoopbackGateway(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public int Status { get; set; } = 200;

    public string ContentType { get; set; } = "application/json";

    public string Answer { get; set; } = "{}";

    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>Answers for the next calls, before the prescribed one.</summary>
    public Queue<Reply> Script { get; } = [];

    /// <summary>Method, raw path and query, content type, body: as they came.</summary>
    public List<(string Method, string Target, string? ContentType, string Body)> Calls { get; }
        = [];

    public List<string> Nonces { get; } = [];

    public static async Task<LoopbackGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var gateway = new LoopbackGateway(app);
        app.Run(gateway.AnswerAsync);
        await app.StartAsync();
        return gateway;
    }

    public PayClient Client(TimeProvider? clock = null, IRequestSigner? signer = null)
    {
        _clock = clock ?? _clock;
        return new(
            new HttpClient(PayClient.CreateHandler()),
            A.Options(options =>
            {
                options.Environment = PayEnvironment.Sandbox(Address);
                options.Signer = signer ?? options.Signer;
            }),
            _clock);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Calls.Add((
            context.Request.Method,
            target,
            context.Request.ContentType,
            Encoding.UTF8.GetString(body.ToArray())));
        if (!Verifies(context.Request, target, body.ToArray()))
        {
            context.Response.StatusCode = 401;
            context.Response.ContentType = "application/problem+json";
            await context.Response.WriteAsync(
                """{"code":"SIGNATURE_INVALID","detail":"Check the key.","request_id":"r-0"}""");
            return;
        }

        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        var reply = Script.TryDequeue(out var next)
            ? next
            : new Reply(Status, Answer, ContentType);
        await reply.WriteAsync(context);
    }

    private bool Verifies(HttpRequest request, string target, byte[] body)
    {
        var header = Authorization().Match(request.Headers.Authorization.Single()!);
        if (!header.Success || header.Groups["app"].Value is not "app_1"
            || header.Groups["key"].Value is not "key-1"
            || long.Parse(header.Groups["time"].Value, CultureInfo.InvariantCulture)
                != _clock.GetUtcNow().ToUnixTimeSeconds())
        {
            return false;
        }

        Nonces.Add(header.Groups["nonce"].Value);
        var head = $"{request.Method}\n{target}\n{header.Groups["time"]}\n"
            + $"{header.Groups["nonce"]}\n";
        using var key = RSA.Create();
        key.ImportFromPem(Vectors.MerchantPublicKey);
        byte[] signed = [.. Encoding.ASCII.GetBytes(head), .. body, (byte)'\n'];
        return key.VerifyData(
            signed,
            Convert.FromBase64String(header.Groups["signature"].Value),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
    }

    [GeneratedRegex(
        "^PAYFN-SHA256-RSA2048 app_id=\"(?<app>[^\"]*)\",key_id=\"(?<key>[^\"]*)\","
            + "timestamp=\"(?<time>[0-9]+)\",nonce=\"(?<nonce>[A-Za-z0-9_-]{8,64})\","
            + "signature=\"(?<signature>[A-Za-z0-9+/=]+)\"$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Authorization();
}
