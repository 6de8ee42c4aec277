using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sdk;

/// <summary>The signature of one call, over the bytes that are sent.</summary>
internal static class RequestAuthorization
{
    private const string Scheme = "PAYFN-SHA256-RSA2048";
    private const int NonceBytes = 16;

    /// <summary>The value of the Authorization header.</summary>
    public static async ValueTask<string> SignAsync(
        PayOptions options,
        string method,
        string pathAndQuery,
        ReadOnlyMemory<byte> body,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        // The nonce only makes equal calls differ; replays are harmless by the order's number.
        var nonce = RandomNumberGenerator.GetHexString(NonceBytes * 2, lowercase: true);
        var content = new ArrayBufferWriter<byte>(256 + body.Length);
        foreach (var line in new[] { method, pathAndQuery, timestamp, nonce })
        {
            Encoding.UTF8.GetBytes(line, content);
            content.Write("\n"u8);
        }

        content.Write(body.Span);
        content.Write("\n"u8);
        var signature = await options.Signer!
            .SignHashAsync(SHA256.HashData(content.WrittenSpan), cancellation)
            .ConfigureAwait(false);
        return $"{Scheme} app_id=\"{options.AppId}\",key_id=\"{options.KeyId}\","
            + $"timestamp=\"{timestamp}\",nonce=\"{nonce}\","
            + $"signature=\"{Convert.ToBase64String(signature)}\"";
    }
}
