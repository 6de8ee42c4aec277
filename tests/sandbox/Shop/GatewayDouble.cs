using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.Sandbox.Shop;

/// <summary>
/// What the shop needs of a gateway: its published key, and signatures by rule S over forms that a
/// test composes.
/// </summary>
internal sealed class GatewayDouble : IAsyncDisposable
{
    private const string KeyId = "gateway-1";

    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication web;

    private GatewayDouble()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        web = builder.Build();
        web.MapGet("/.well-known/jwks.json", Keys);
    }

    public Uri Address => new(web.Urls.First());

    public static async Task<GatewayDouble> StartAsync()
    {
        var gateway = new GatewayDouble();
        await gateway.web.StartAsync();
        return gateway;
    }

    /// <summary>A signed form; values of later pairs replace those of earlier ones.</summary>
    public string Sign(DateTimeOffset now, params (string Name, string Value)[] values)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = "demo-shop",
            ["charset"] = "utf-8",
            ["fee_type"] = "CNY",
            ["key_id"] = KeyId,
            ["timestamp"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["transaction_id"] = "0123456789ABCDEFGHJKMNPQRS",
            ["version"] = "1.0",
        };
        foreach (var (name, value) in values)
        {
            fields[name] = value;
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
