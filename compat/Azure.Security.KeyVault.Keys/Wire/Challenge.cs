using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;

namespace Azure.Security.KeyVault.Keys.Wire;

/// <summary>What a 401 of the vault says: whose token, and for what.</summary>
internal sealed partial record Challenge(string TenantId, string Scope)
{
    private const string Scheme = "Bearer ";
    private const int HeaderLengthMax = 8 * 1024;

    /// <summary>The parameters of the Bearer challenge; empty when there is none.</summary>
    public static IReadOnlyDictionary<string, string> Parameters(Response response)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (response.Headers.TryGetValue("WWW-Authenticate", out var header)
            && header.Length <= HeaderLengthMax
            && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            foreach (Match match in Parameter.Matches(header, Scheme.Length))
            {
                found.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value);
            }
        }

        return found;
    }

    /// <returns>Null when the parameters name no resource.</returns>
    /// <exception cref="UriFormatException">No tenant can be read from the authority.</exception>
    public static Challenge From(IReadOnlyDictionary<string, string> parameters)
    {
        var scope = parameters.TryGetValue("resource", out var resource)
            ? resource + "/.default"
            : parameters.GetValueOrDefault("scope");
        if (scope is null)
        {
            return null;
        }

        var authority = parameters.GetValueOrDefault("authorization")
            ?? parameters.GetValueOrDefault("authorization_uri");
        return Uri.TryCreate(authority, UriKind.Absolute, out var login)
            && login.Segments.Length > 1
            ? new Challenge(login.Segments[1].Trim('/'), scope)
            : throw new UriFormatException(
                $"The challenge authorization URI '{authority}' is invalid.");
    }

    /// <summary>The claims a revoked session asks for, as JSON; null when none are asked.</summary>
    public static string Claims(IReadOnlyDictionary<string, string> parameters)
    {
        var error = parameters.GetValueOrDefault("error");
        if (!string.Equals(error, "insufficient_claims", StringComparison.Ordinal)
            || !parameters.TryGetValue("claims", out var encoded))
        {
            return null;
        }

        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    /// <summary>A token goes only to a host below the resource it is for.</summary>
    /// <exception cref="InvalidOperationException">This host is not.</exception>
    public void MustCover(string host)
    {
        if (!Uri.TryCreate(Scope, UriKind.Absolute, out var scope))
        {
            throw new InvalidOperationException($"The challenge contains invalid scope '{Scope}'.");
        }

        if (!host.EndsWith("." + scope.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                $"The challenge resource '{scope.Host}' does not match the requested domain. "
                + "Set DisableChallengeResourceVerification to true in your client options to "
                + "disable. See https://aka.ms/azsdk/blog/vault-uri for more information.");
        }
    }

    public TokenRequestContext TokenFor(HttpMessage message, string claims)
        => new([Scope], message.Request.ClientRequestId, claims, TenantId, isCaeEnabled: true);

    [GeneratedRegex(
        """(?<name>[A-Za-z_]+)\s*=\s*("(?<value>[^"]*)"|(?<value>[^",\s]+))""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter { get; }
}
