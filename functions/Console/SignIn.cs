using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using PayFunctions.Keys;
using PayFunctions.MerchantApi;
using PayFunctions.Storage;

namespace PayFunctions.Console;

/// <summary>
/// Turns a link that the merchant's own key signed into a session: within five minutes, once. The
/// link is used up before the session is there; whoever is cut off in between makes a new link.
/// </summary>
internal sealed class SignIn(
    SignedUrlCheck check, IConsoleSessionStore sessions, DrawToken draw, TimeProvider time)
{
    /// <summary>What a link has to say: no other signed URL opens the console.</summary>
    public const string Purpose = "console";

    /// <summary>The longest nonce.</summary>
    public const int MaxNonceLength = 64;

    private static readonly string[] Members = ["purpose", "nonce"];

    /// <summary>What the browser is to hold; null when the link is not good.</summary>
    public async Task<string?> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        var link = await check.RunAsync(
            request, Members, ConsoleSession.LinkLife, cancellation);
        if (link is not { Fields: { } fields, Application: { } application }
            || !string.Equals(
                fields.GetValueOrDefault("purpose"), Purpose, StringComparison.Ordinal)
            || fields.GetValueOrDefault("nonce") is not { Length: > 0 and <= MaxNonceLength })
        {
            return null;
        }

        // A link that was signed ahead of our clock stays good for longer: as long is it known.
        var until = DateTimeOffset.FromUnixTimeSeconds(
            long.Parse(fields["timestamp"], CultureInfo.InvariantCulture))
            + ConsoleSession.LinkLife;
        if (!await sessions.TryUseLinkAsync(
            ConsoleCookie.DigestOf(ParameterSignature.BytesOf(fields)), until, cancellation))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var token = draw();
        await sessions.AddAsync(
            ConsoleCookie.DigestOf(Encoding.UTF8.GetBytes(token)),
            new ConsoleSession(application.AppId, draw(), now + ConsoleSession.Life),
            cancellation);
        await sessions.ForgetAsync(now, cancellation);
        return token;
    }
}
