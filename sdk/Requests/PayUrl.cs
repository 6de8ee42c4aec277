using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sdk;

/// <summary>
/// Writes the same parameters twice in one pass: raw for the digest, percent-encoded for the URL.
/// </summary>
internal static class PayUrl
{
    /// <summary>Servers commonly take request lines up to 8 KiB; signatures get the rest.</summary>
    public const int QueryLengthMax = 7_000;

    /// <summary>Above the longest valid content: all lengths are checked before.</summary>
    private const int ContentBytesMax = 8_192;

    private const int SignatureBytesMax = 512;

    private static readonly SearchValues<byte> Unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    /// <summary>The URL without its signature, and the digest to sign.</summary>
    /// <exception cref="PayRequestException">The URL would be too long to be opened.</exception>
    public static string Write(ReadOnlySpan<string?> values, Uri gateway, Span<byte> hash)
    {
        var content = ArrayPool<byte>.Shared.Rent(ContentBytesMax);
        var query = ArrayPool<char>.Shared.Rent(ContentBytesMax * 3);
        try
        {
            var contentLength = 0;
            var queryLength = 0;
            for (var field = 0; field < values.Length; field++)
            {
                if (values[field] is not { } value)
                {
                    continue;
                }

                var name = PayField.Names[field];
                contentLength += Encoding.ASCII.GetBytes(name, content.AsSpan(contentLength));
                content[contentLength++] = (byte)'=';
                var length = Encoding.UTF8.GetBytes(value, content.AsSpan(contentLength));
                name.CopyTo(query.AsSpan(queryLength));
                queryLength += name.Length;
                query[queryLength++] = '=';
                queryLength += Encode(
                    content.AsSpan(contentLength, length), query.AsSpan(queryLength));
                contentLength += length;
                content[contentLength++] = (byte)'&';
                query[queryLength++] = '&';
            }

            EnsureShort(queryLength);
            SHA256.HashData(content.AsSpan(0, contentLength - 1), hash);
            return string.Concat(
                gateway.GetLeftPart(UriPartial.Authority), "/pay?", query.AsSpan(0, queryLength));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(content);
            ArrayPool<char>.Shared.Return(query);
        }
    }

    /// <summary>The whole URL.</summary>
    public static string Append(string unsigned, ReadOnlySpan<byte> signature)
    {
        if (signature.Length is 0 or > SignatureBytesMax)
        {
            throw new RequestSigningException("The signer gave no RSA signature.");
        }

        Span<byte> base64 = stackalloc byte[Base64.GetMaxEncodedToUtf8Length(signature.Length)];
        Base64.EncodeToUtf8(signature, base64, out _, out var base64Length);
        Span<char> encoded = stackalloc char[base64.Length * 3];
        var length = Encode(base64[..base64Length], encoded);
        return string.Concat(unsigned, "sign_type=RSA2&sign=", encoded[..length]);
    }

    private static int Encode(ReadOnlySpan<byte> raw, Span<char> encoded)
    {
        var length = 0;
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOfAnyExcept(Unreserved);
            plain = plain < 0 ? raw.Length : plain;
            length += Encoding.ASCII.GetChars(raw[..plain], encoded[length..]);
            raw = raw[plain..];
            if (!raw.IsEmpty)
            {
                encoded[length++] = '%';
                Convert.TryToHexString(raw[..1], encoded[length..], out var digits);
                length += digits;
                raw = raw[1..];
            }
        }

        return length;
    }

    private static void EnsureShort(int queryLength)
    {
        if (queryLength > QueryLengthMax)
        {
            var reason = string.Create(
                CultureInfo.InvariantCulture,
                $"must be at most {QueryLengthMax} characters when encoded; shorten subject, body "
                    + $"or attach, or send the payment with PayClient.CreateAsync");
            throw new PayRequestException(
                "payment", [new PayFieldProblem("the URL", reason)]);
        }
    }
}
