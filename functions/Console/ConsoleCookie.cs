using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Console;

/// <summary>What a signed-in browser holds: a text that nobody can guess, out of reach of scripts.
/// Storage holds its digest only.</summary>
internal static class ConsoleCookie
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "payfn_console";

    /// <summary>Where the browser sends it.</summary>
    public const string Path = "/console";

    private const int MaxLength = 128;

    /// <summary>The digest of what the browser holds; null when it holds nothing of ours.</summary>
    public static string? DigestIn(HttpRequest request)
        => request.Cookies[Name] is { Length: > 0 and <= MaxLength } token
            ? DigestOf(Encoding.UTF8.GetBytes(token))
            : null;

    /// <summary>The name a secret is stored under.</summary>
    public static string DigestOf(ReadOnlySpan<byte> secret)
        => Convert.ToHexStringLower(SHA256.HashData(secret));

    /// <summary>Gives it to the browser.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="token">The text.</param>
    /// <param name="isSecure">Whether it may travel by https only.</param>
    public static void Give(HttpResponse response, string token, bool isSecure)
        => response.Cookies.Append(Name, token, Options(isSecure, ConsoleSession.Life));

    /// <summary>Takes it back.</summary>
    public static void Take(HttpResponse response, bool isSecure)
        => response.Cookies.Delete(Name, Options(isSecure, null));

    private static CookieOptions Options(bool isSecure, TimeSpan? life) => new()
    {
        Path = Path,
        HttpOnly = true,
        // The link is opened from the merchant's own system: Strict would hold the cookie back.
        SameSite = SameSiteMode.Lax,
        Secure = isSecure,
        MaxAge = life,
    };
}
