using System.Text;
using PayFunctions.Keys;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// The signature of requests: every parameter but <c>sign</c>, none empty, sorted by name
/// ordinally, joined as <c>name=value</c> with <c>&amp;</c>, in the bytes of the charset.
/// Nothing is URL-encoded.
/// </summary>
internal static class AlipaySignature
{
    /// <summary>The only algorithm: SHA256withRSA. Never taken from a message.</summary>
    public const string SignType = "RSA2";

    /// <summary>The parameter that carries the signature.</summary>
    public const string Parameter = "sign";

    /// <summary>What is signed.</summary>
    public static byte[] ToSign(
        IEnumerable<KeyValuePair<string, string>> parameters, Encoding encoding)
        => encoding.GetBytes(string.Join('&', parameters
            .Where(static p => IsSent(p)
                && !string.Equals(p.Key, Parameter, StringComparison.Ordinal))
            .OrderBy(static p => p.Key, StringComparer.Ordinal)
            .Select(static p => $"{p.Key}={p.Value}")));

    /// <summary>The parameters that are not empty, with their signature at the end.</summary>
    public static async ValueTask<IReadOnlyList<KeyValuePair<string, string>>> SignAsync(
        SignRsa2 sign,
        AlipayAccount account,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        CancellationToken cancellation)
    {
        var data = ToSign(parameters, account.Charset.Encoding);
        var signature = await sign(account.SigningKey, data, cancellation);
        return [.. parameters.Where(IsSent), new(Parameter, signature.Base64)];
    }

    // An empty value is signed by some and dropped by others: so none is ever sent.
    private static bool IsSent(KeyValuePair<string, string> parameter)
        => parameter.Key.Length > 0 && parameter.Value.Length > 0;
}
