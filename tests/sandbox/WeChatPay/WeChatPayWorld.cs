using System.Net;
using System.Text;
using System.Text.Json;
using PayFunctions.Sandbox.WeChatPay;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Sandbox.WeChatPay;

/// <summary>A simulator that knows the merchants of the vectors, at a moment of theirs.</summary>
internal sealed class WeChatPayWorld : IAsyncDisposable
{
    private readonly WeChatPaySimulator simulator;
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
    });

    private WeChatPayWorld(WeChatPaySimulator simulator) => this.simulator = simulator;

    /// <summary>The simulator's root.</summary>
    public Uri Address => simulator.Address;

    /// <summary>Starts it.</summary>
    /// <param name="now">Its clock, in Unix seconds.</param>
    public static async Task<WeChatPayWorld> StartAsync(long now)
    {
        var key = new MerchantKey(
            WeChatPayVectors.Key("merchant", "serial_no"),
            WeChatPayVectors.Key("merchant", "public_spki_pem"));
        var appId = WeChatPayVectors.Key("appid");
        return new WeChatPayWorld(await WeChatPaySimulator.StartAsync(new()
        {
            Time = new ManualTimeProvider(DateTimeOffset.FromUnixTimeSeconds(now)),
            Certificates =
            [
                .. ((string[])["platform_certificate_a", "platform_certificate_b"]).Select(
                    static name => new PlatformCertificate(
                        WeChatPayVectors.Key(name, "certificate_pem"),
                        WeChatPayVectors.Key(name, "private_pkcs8_base64"))),
            ],
            PublicKey = new(
                WeChatPayVectors.Key("wechatpay_public_key", "id"),
                WeChatPayVectors.Key("wechatpay_public_key", "private_pkcs8_base64")),
            Merchants =
            [
                new(
                    WeChatPayVectors.Key("mchid"), [appId], [key],
                    WeChatPayVectors.Key("apiv3_key"))
                {
                    ApiV2Key = WeChatPayVectors.Key("apiv2_key"),
                },
                new(
                    WeChatPayVectors.Key("sp_mchid"), [appId], [key],
                    WeChatPayVectors.Key("apiv3_key"))
                {
                    SubMerchants =
                    [
                        new(
                            WeChatPayVectors.Key("sub_mchid"),
                            [WeChatPayVectors.Key("sub_appid")]),
                    ],
                },
            ],
        }));
    }

    /// <summary>Sends a vector's request as it stands, to this host.</summary>
    public async Task<Heard> SendAsync(JsonElement vector)
    {
        var target = new Uri(vector.GetProperty("url").GetString()!).PathAndQuery;
        using var request = new HttpRequestMessage(
            new HttpMethod(vector.GetProperty("method").GetString()!),
            new Uri(simulator.Address, target));
        var body = vector.GetProperty("body").GetString()!;
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        foreach (var header in vector.GetProperty("headers").EnumerateObject())
        {
            var value = header.Value.GetString();
            if (!request.Headers.TryAddWithoutValidation(header.Name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(header.Name, value);
            }
        }

        using var answer = await client.SendAsync(request);
        return new Heard(
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.ToDictionary(
                static h => h.Key, static h => h.Value.First(),
                StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Posts XML to the older interface.</summary>
    public async Task<string> PostXmlAsync(string path, string xml)
    {
        using var content = new StringContent(xml, Encoding.UTF8, "text/xml");
        using var answer = await client.PostAsync(new Uri(simulator.Address, path), content);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await simulator.DisposeAsync();
    }
}

/// <summary>What the simulator answered.</summary>
internal sealed record Heard(
    HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The code of an error; empty where there is none.</summary>
    public string Code
        => Body.Length > 0 && JsonElement.Parse(Body).TryGetProperty("code", out var code)
            ? code.GetString()!
            : "";
}
