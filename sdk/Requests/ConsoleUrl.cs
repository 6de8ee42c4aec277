using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sdk;

/// <summary>A link that signs one browser in to the gateway's console for merchants.</summary>
internal static class ConsoleUrl
{
    private const int NonceBytes = 16;

    /// <summary>Signs a new one: no two are the same.</summary>
    public static async Task<Uri> SignAsync(
        PayOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        // In the order in which they are signed; none needs an escape.
        var content = string.Create(
            CultureInfo.InvariantCulture,
            $"app_id={options.AppId}&charset=utf-8&key_id={options.KeyId}"
            + $"&nonce={RandomNumberGenerator.GetHexString(NonceBytes * 2, lowercase: true)}"
            + $"&purpose=console&timestamp={clock.GetUtcNow().ToUnixTimeSeconds()}&version=1.0");
        var signature = await options.Signer!.SignHashAsync(
            SHA256.HashData(Encoding.UTF8.GetBytes(content)), cancellation)
            .ConfigureAwait(false);
        var gateway = options.Environment!.Gateway.GetLeftPart(UriPartial.Authority);
        return new Uri(PayUrl.Append($"{gateway}/console/sign-in?{content}&", signature));
    }
}
