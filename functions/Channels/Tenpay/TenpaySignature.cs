using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// The signature of everything said both ways: every parameter that is really there, unknown ones
/// too, but <c>sign</c> and empty ones; sorted by name ordinally, joined as <c>name=value</c> with
/// <c>&amp;</c>, then <c>&amp;key=</c> and the shared key; MD5 over the bytes of the charset.
/// Nothing is URL-encoded.
/// </summary>
internal static class TenpaySignature
{
    /// <summary>The only algorithm that is live. Never taken from a message.</summary>
    public const string SignType = "MD5";

    /// <summary>The parameter that carries the signature.</summary>
    public const string Parameter = "sign";

    private const int BytesOfCharacterMax = 3;

    /// <summary>The parameters that are not empty, with their signature at the end.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Sign(
        TenpayAccount account, IReadOnlyList<KeyValuePair<string, string>> parameters,
        TextCharset charset)
    {
        KeyValuePair<string, string>[] sent = [.. parameters.Where(IsSigned)];
        return
        [
            .. sent,
            new(Parameter, WithText(
                account, sent, charset, state: 0,
                static (text, _) => Digest.Md5Upper(text))),
        ];
    }

    /// <summary>Whether a form's <c>sign</c> is this account's.</summary>
    public static bool Verifies(TenpayAccount account, FormPairs form)
        => WithText(
            account, form,
            static (text, pairs) => Digest.IsMd5(text, pairs.Find("sign"u8)));

    /// <summary>
    /// SHA-256 over what is signed, the key included, in hexadecimal: a name for a message that
    /// says nothing of it.
    /// </summary>
    public static string DigestOf(TenpayAccount account, FormPairs form)
        => WithText(
            account, form,
            static (text, _) => Convert.ToHexStringLower(SHA256.HashData(text)));

    private static TResult WithText<TResult>(
        TenpayAccount account, FormPairs form, Func<ReadOnlySpan<byte>, FormPairs, TResult> use)
    {
        var length = account.SignTail.Length;
        for (var i = 0; i < form.Count; i++)
        {
            length += form.NameAt(i).Length + form.ValueAt(i).Length + 2;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var end = 0;
            for (var i = 0; i < form.Count; i++)
            {
                var name = form.NameAt(i);
                if (!form.ValueAt(i).IsEmpty && !name.SequenceEqual("sign"u8))
                {
                    end = Append(buffer, end, name, form.ValueAt(i));
                }
            }

            account.SignTail.CopyTo(buffer, end);
            return use(buffer.AsSpan(0, end + account.SignTail.Length), form);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Whether a document's <c>sign</c> is this account's.</summary>
    public static bool Verifies(TenpayAccount account, FlatXml document, TextCharset charset)
        => document.Find(Parameter) is { } sign
            && WithText(
                account, [.. document.Fields.Where(IsSigned)], charset, sign,
                static (text, theirs) => Digest.IsMd5(text, Encoding.Latin1.GetBytes(theirs)));

    private static bool IsSigned(KeyValuePair<string, string> parameter)
        => parameter.Value.Length > 0
            && !string.Equals(parameter.Key, Parameter, StringComparison.Ordinal);

    /// <summary>Hands out what is signed; the buffer holds the key and is wiped.</summary>
    private static TResult WithText<TState, TResult>(
        TenpayAccount account, KeyValuePair<string, string>[] parameters, TextCharset charset,
        TState state, Func<ReadOnlySpan<byte>, TState, TResult> use)
    {
        Sort(parameters);
        var length = account.SignTail.Length;
        foreach (var (name, value) in parameters)
        {
            length += ((name.Length + value.Length) * BytesOfCharacterMax) + 2;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var end = 0;
            foreach (var (name, value) in parameters)
            {
                end = Append(buffer, end, name, value, charset);
            }

            account.SignTail.CopyTo(buffer, end);
            return use(buffer.AsSpan(0, end + account.SignTail.Length), state);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    // Our own messages and genuine answers come in this order already.
    private static void Sort(KeyValuePair<string, string>[] parameters)
    {
        for (var i = 1; i < parameters.Length; i++)
        {
            if (string.CompareOrdinal(parameters[i - 1].Key, parameters[i].Key) > 0)
            {
                Array.Sort(
                    parameters, static (x, y) => string.CompareOrdinal(x.Key, y.Key));
                return;
            }
        }
    }

    private static int Append(
        Span<byte> buffer, int end, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (end > 0)
        {
            buffer[end++] = (byte)'&';
        }

        name.CopyTo(buffer[end..]);
        end += name.Length;
        buffer[end++] = (byte)'=';
        value.CopyTo(buffer[end..]);
        return end + value.Length;
    }

    private static int Append(
        Span<byte> buffer, int end, string name, string value, TextCharset charset)
    {
        if (end > 0)
        {
            buffer[end++] = (byte)'&';
        }

        end += Write(name, buffer[end..], charset);
        buffer[end++] = (byte)'=';
        return end + Write(value, buffer[end..], charset);
    }

    private static int Write(string text, Span<byte> target, TextCharset charset)
        => Ascii.FromUtf16(text, target, out var written) == OperationStatus.Done
            ? written
            : charset.Encoding.GetBytes(text, target);
}
