using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>
/// The managed identity of a process: the address App Service gives to an app, where it gets tokens
/// without a password. Its tokens open one vault.
/// </summary>
public sealed class LoopbackIdentity : IAsyncDisposable
{
    private const string ApiVersion = "2019-08-01";
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly string header = RandomNumberGenerator.GetHexString(32);
    private readonly LoopbackVault vault;
    private readonly WebApplication server;
    private int count;

    private LoopbackIdentity(LoopbackVault vault)
    {
        this.vault = vault;
        server = VaultServer.Build(certificate: null);
        server.UseRouting();
        server.MapGet("/msi/token", AnswerAsync);
    }

    /// <summary>Tokens asked for, refused ones too.</summary>
    public int Count => count;

    /// <summary>What the process must find in its environment to use this identity.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; private set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Starts it on a free port, over plain http as the platform does.</summary>
    public static async Task<LoopbackIdentity> StartAsync(LoopbackVault vault)
    {
        var identity = new LoopbackIdentity(vault);
        await identity.server.StartAsync();
        identity.Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["IDENTITY_ENDPOINT"] = identity.server.Urls.Single().TrimEnd('/') + "/msi/token",
            ["IDENTITY_HEADER"] = identity.header,
        };
        return identity;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref count);
        var query = context.Request.Query;
        var shown = context.Request.Headers["X-IDENTITY-HEADER"].ToString();
        if (!CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(header)))
        {
            return VaultAnswer.Refuse(context, 401, "Unauthorized", "The header is wrong.");
        }

        var resource = query["resource"].ToString();
        if (query["api-version"] != ApiVersion || resource.Length == 0)
        {
            return VaultAnswer.BadParameter(context, "api-version or resource is missing.");
        }

        var expires = TimeProvider.System.GetUtcNow() + Life;
        return VaultAnswer.Give(context, new JsonObject
        {
            ["access_token"] = vault.IssueToken(resource),
            ["expires_on"] = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["token_type"] = "Bearer",
        });
    }
}
