using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>
/// The keys that open functions: <c>Host:FunctionKeys:{name}</c> for the level Function,
/// <c>Host:MasterKey</c> for every level. Where none is configured, nothing opens.
/// </summary>
/// <param name="configuration">The app's configuration.</param>
internal sealed class FunctionKeys(IConfiguration configuration)
{
    private const string Header = "x-functions-key";
    private const string Query = "code";

    /// <summary>Whether the request may reach a function of this level.</summary>
    public bool Admit(AuthorizationLevel level, HttpRequest request)
        => level == AuthorizationLevel.Anonymous
            || (KeyOf(request) is { Length: > 0 } key && AnyEquals(KeysFor(level), key));

    private static string? KeyOf(HttpRequest request)
        => request.Headers.TryGetValue(Header, out var header)
            ? header[0]
            : request.Query[Query].FirstOrDefault();

    private static bool AnyEquals(IEnumerable<string> keys, string given)
    {
        var digest = DigestOf(given);
        var found = false;
        foreach (var key in keys)
        {
            // No early way out: the time says nothing about which key was near.
            found |= CryptographicOperations.FixedTimeEquals(DigestOf(key), digest);
        }

        return found;
    }

    // Digests are of one length, so the comparison does not tell the key's.
    private static byte[] DigestOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private IEnumerable<string> KeysFor(AuthorizationLevel level)
    {
        var master = configuration["Host:MasterKey"];
        var keys = level == AuthorizationLevel.Function
            ? configuration.GetSection("Host:FunctionKeys").GetChildren()
                .Select(static child => child.Value)
            : [];
        return keys.Append(master).OfType<string>().Where(static key => key.Length > 0);
    }
}
