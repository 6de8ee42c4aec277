using System.Globalization;
using Microsoft.Extensions.Options;
using PayFunctions.Keys;

namespace PayFunctions.MerchantApi;

/// <summary>
/// An address of the merchant's with parameters behind its own that the gateway signs: what a
/// browser carries from us to the merchant.
/// </summary>
internal sealed class SignLink(KeyRing keys, IOptions<KeysOptions> options, TimeProvider time)
{
    /// <summary>Adds when it is signed and with which key, and signs all of it.</summary>
    public async Task<string> RunAsync(
        string url, IEnumerable<KeyValuePair<string, string>> own,
        CancellationToken cancellation)
    {
        var key = await keys.CurrentAsync(options.Value.SigningKey, cancellation);
        List<KeyValuePair<string, string>> fields =
        [
            .. own,
            new("timestamp", Number(time.GetUtcNow().ToUnixTimeSeconds())),
            new("charset", "utf-8"),
            new("version", "1.0"),
            new("sign_type", ParameterSignature.SignType),
            new("key_id", key.KeyId),
        ];
        var sign = await key.SignAsync(ParameterSignature.BytesOf(fields), cancellation);
        return Append(
            url, FormText.Write(fields.Append(KeyValuePair.Create("sign", sign))));
    }

    /// <summary>Keeps the merchant's own query as it is, and its fragment at the end.</summary>
    private static string Append(string url, string parameters)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = hash < 0 ? (url, "") : (url[..hash], url[hash..]);
        var separator = !address.Contains('?', StringComparison.Ordinal) ? "?"
            : address.EndsWith('?') || address.EndsWith('&') ? ""
            : "&";
        return address + separator + parameters + fragment;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
