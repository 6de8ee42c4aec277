using System.Text;
using PayFunctions.Channels.Wire;
using PayFunctions.Keys;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// What is signed: parameters sorted by name ordinally, joined as <c>name=value</c> with
/// <c>&amp;</c>, in the bytes of the charset, nothing URL-encoded, none empty. A request leaves out
/// <c>sign</c>; a notification also leaves out <c>sign_type</c>.
/// </summary>
internal static class AlipaySignature
{
    /// <summary>The only algorithm: SHA256withRSA. Never taken from a message.</summary>
    public const string SignType = "RSA2";

    /// <summary>The parameter that carries the signature.</summary>
    public const string Parameter = "sign";

    /// <summary>What is signed of a request.</summary>
    public static byte[] ToSign(
        IEnumerable<KeyValuePair<string, string>> parameters, Encoding encoding)
        => encoding.GetBytes(string.Join('&', parameters
            .Where(static p => IsSent(p)
                && !string.Equals(p.Key, Parameter, StringComparison.Ordinal))
            .OrderBy(static p => p.Key, StringComparer.Ordinal)
            .Select(static p => $"{p.Key}={p.Value}")));

    /// <summary>What is signed of a notification: its own bytes, decoded once.</summary>
    public static byte[] ToSign(FormPairs pairs)
    {
        var length = -1;
        for (var i = 0; i < pairs.Count; i++)
        {
            length += IsSigned(pairs, i) ? pairs.NameAt(i).Length + pairs.ValueAt(i).Length + 2 : 0;
        }

        var signed = new byte[Math.Max(length, 0)];
        var end = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            if (!IsSigned(pairs, i))
            {
                continue;
            }

            if (end > 0)
            {
                signed[end++] = (byte)'&';
            }

            pairs.NameAt(i).CopyTo(signed.AsSpan(end));
            end += pairs.NameAt(i).Length;
            signed[end++] = (byte)'=';
            pairs.ValueAt(i).CopyTo(signed.AsSpan(end));
            end += pairs.ValueAt(i).Length;
        }

        return signed;
    }

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

    private static bool IsSigned(FormPairs pairs, int index)
        => !pairs.ValueAt(index).IsEmpty
            && !pairs.NameAt(index).SequenceEqual("sign"u8)
            && !pairs.NameAt(index).SequenceEqual("sign_type"u8);
}
