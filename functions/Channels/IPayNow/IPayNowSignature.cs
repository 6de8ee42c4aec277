using System.Buffers;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// The signature of both profiles: fields that have a value, sorted by name ordinally, joined as
/// <c>name=value</c> with <c>&amp;</c>, then <c>&amp;</c> and the key's own digest; the MD5 of it
/// in lower-case hexadecimal. UTF-8; nothing is URL-encoded.
/// </summary>
internal static class IPayNowSignature
{
    /// <summary>The only algorithm. Never taken from a message.</summary>
    public const string SignType = "MD5";

    private const int BytesPerCharacterMax = 3;

    /// <summary>Signs a request's fields.</summary>
    public static string Sign(
        IPayNowAccount account, IReadOnlyList<KeyValuePair<string, string>> fields,
        IPayNowSignedFields signing)
    {
        var sorted = Sorted(fields);
        var room = account.KeyDigest.Length
            + sorted.Sum(static f => 2 + (BytesPerCharacterMax * (f.Key.Length + f.Value.Length)));
        var buffer = ArrayPool<byte>.Shared.Rent(room);
        try
        {
            var length = 0;
            foreach (var (name, value) in sorted)
            {
                if (value.Length > 0 && signing.Covers(name))
                {
                    length += Encoding.ASCII.GetBytes(name, buffer.AsSpan(length));
                    buffer[length++] = (byte)'=';
                    length += TextCharset.Utf8.Encoding.GetBytes(value, buffer.AsSpan(length));
                    buffer[length++] = (byte)'&';
                }
            }

            return Digest.Md5Lower(WithKey(account, buffer, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>
    /// Whether ipaynow signed the fields: compared in constant time, in either case.
    /// </summary>
    public static bool Verifies(
        IPayNowAccount account, FormPairs pairs, IPayNowSignedFields signing)
    {
        var room = account.KeyDigest.Length;
        for (var i = 0; i < pairs.Count; i++)
        {
            room += 2 + pairs.NameAt(i).Length + pairs.ValueAt(i).Length;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(room);
        try
        {
            var length = Join(pairs, signing, buffer);
            return Digest.IsMd5(
                WithKey(account, buffer, length),
                pairs.Find("signature"u8));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static int Join(FormPairs pairs, IPayNowSignedFields signing, Span<byte> buffer)
    {
        var length = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            var name = pairs.NameAt(i);
            var value = pairs.ValueAt(i);
            if (value.IsEmpty || !signing.Covers(name))
            {
                continue;
            }

            name.CopyTo(buffer[length..]);
            length += name.Length;
            buffer[length++] = (byte)'=';
            value.CopyTo(buffer[length..]);
            length += value.Length;
            buffer[length++] = (byte)'&';
        }

        return length;
    }

    private static ReadOnlySpan<byte> WithKey(
        IPayNowAccount account, Span<byte> buffer, int length)
    {
        account.KeyDigest.CopyTo(buffer[length..]);
        return buffer[..(length + account.KeyDigest.Length)];
    }

    /// <summary>Requests are written in order; vectors need not be.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> Sorted(
        IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        for (var i = 1; i < fields.Count; i++)
        {
            if (string.CompareOrdinal(fields[i - 1].Key, fields[i].Key) > 0)
            {
                return [.. fields.OrderBy(static f => f.Key, StringComparer.Ordinal)];
            }
        }

        return fields;
    }
}
