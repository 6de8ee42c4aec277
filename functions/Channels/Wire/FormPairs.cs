using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// The pairs of an <c>application/x-www-form-urlencoded</c> text, decoded exactly once, kept as
/// bytes and sorted by name: what is signed are these bytes, so nothing is turned into characters
/// and back before a signature is checked.
/// </summary>
internal sealed class FormPairs
{
    /// <summary>The most pairs; genuine messages have about thirty.</summary>
    public const int PairsMax = 128;

    private const string HexDigits = "0123456789ABCDEF";
    private const int RoomAtFirst = 32;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."u8);

    private static readonly SearchValues<byte> PlainBytes = SearchValues.Create(
        "!\"#$&'()*,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"u8
            .ToArray().Concat("abcdefghijklmnopqrstuvwxyz{|}~"u8.ToArray()).ToArray());

    private readonly byte[] buffer;
    private readonly Encoding charset;
    private Pair[] pairs = new Pair[RoomAtFirst];
    private int end;

    private FormPairs(int bytes, Encoding charset)
    {
        buffer = GC.AllocateUninitializedArray<byte>(bytes);
        this.charset = charset;
    }

    /// <summary>How many pairs there are.</summary>
    public int Count { get; private set; }

    /// <summary>Reads all pairs, or says the first fault.</summary>
    /// <param name="text">The raw bytes of a body or a query.</param>
    /// <param name="charset">What the escaped bytes mean; it must throw for what it does not
    /// know.</param>
    /// <param name="pairs">The pairs when there is no fault; else nothing to rely on.</param>
    public static FormFault? TryRead(
        ReadOnlySpan<byte> text, Encoding charset, out FormPairs pairs)
    {
        pairs = new FormPairs(text.Length, charset);
        var isSorted = true;
        foreach (var range in text.Split((byte)'&'))
        {
            if (pairs.Add(text[range]) is { } fault)
            {
                return fault;
            }

            isSorted = isSorted && pairs.IsLastInOrder();
        }

        if (!isSorted)
        {
            pairs.pairs.AsSpan(0, pairs.Count).Sort(new ByName(pairs.buffer));
        }

        return pairs.HasTwins() ? FormFault.Duplicated : null;
    }

    /// <summary>Writes pairs in their order, escaped in the charset's bytes.</summary>
    public static string Write(
        IEnumerable<KeyValuePair<string, string>> pairs, Encoding charset)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in pairs)
        {
            if (text.Length > 0)
            {
                text.Append('&');
            }

            Escape(text, charset.GetBytes(name));
            text.Append('=');
            Escape(text, charset.GetBytes(value));
        }

        return text.ToString();
    }

    /// <summary>The name at a place in the order of names, in bytes.</summary>
    public ReadOnlySpan<byte> NameAt(int index) => pairs[index].Name(buffer);

    /// <summary>The value at a place in the order of names, in bytes.</summary>
    public ReadOnlySpan<byte> ValueAt(int index) => pairs[index].Value(buffer);

    /// <summary>Whether a pair of that name came, be its value empty.</summary>
    public bool Has(ReadOnlySpan<byte> name) => IndexOf(name) >= 0;

    /// <summary>A value in bytes; empty when it is empty or missing.</summary>
    public ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name)
        => IndexOf(name) is >= 0 and var index ? ValueAt(index) : [];

    /// <summary>A value as text; null when it is empty or missing.</summary>
    public string? Text(ReadOnlySpan<byte> name)
        => Find(name) is { IsEmpty: false } value ? charset.GetString(value) : null;

    private static void Escape(StringBuilder text, byte[] bytes)
    {
        foreach (var b in bytes)
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
            {
                text.Append(c);
            }
            else if (c == ' ')
            {
                text.Append('+');
            }
            else
            {
                text.Append('%').Append(HexDigits[b >> 4]).Append(HexDigits[b & 0xF]);
            }
        }
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out byte value)
    {
        value = 0;
        if (digits.Length < 2
            || !char.IsAsciiHexDigit((char)digits[0])
            || !char.IsAsciiHexDigit((char)digits[1]))
        {
            return false;
        }

        value = (byte)((HexValue(digits[0]) << 4) | HexValue(digits[1]));
        return true;
    }

    private static int HexValue(byte digit)
        => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Count; i++)
        {
            if (pairs[i].Name(buffer).SequenceEqual(name))
            {
                return i;
            }
        }

        return -1;
    }

    private FormFault? Add(ReadOnlySpan<byte> pair)
    {
        var equals = pair.IndexOf((byte)'=');
        if (equals <= 0)
        {
            return FormFault.PairMalformed;
        }

        if (Count == PairsMax)
        {
            return FormFault.TooMany;
        }

        var nameStart = end;
        if (Decode(pair[..equals]) is { } nameFault)
        {
            return nameFault;
        }

        if (buffer.AsSpan(nameStart, end - nameStart).ContainsAnyExcept(NameBytes))
        {
            return FormFault.NameUnexpected;
        }

        var valueStart = end;
        if (Decode(pair[(equals + 1)..]) is { } valueFault)
        {
            return valueFault;
        }

        if (!IsText(buffer.AsSpan(valueStart, end - valueStart)))
        {
            return FormFault.CharsetInvalid;
        }

        if (Count == pairs.Length)
        {
            Array.Resize(ref pairs, PairsMax);
        }

        pairs[Count++] = new Pair(nameStart, valueStart, end);
        return null;
    }

    private FormFault? Decode(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(PlainBytes);
            plain = plain < 0 ? text.Length : plain;
            text[..plain].CopyTo(buffer.AsSpan(end));
            end += plain;
            text = text[plain..];
            if (text.IsEmpty)
            {
                break;
            }

            var b = text[0];
            if (b == '%' && !TryHex(text[1..], out b))
            {
                return FormFault.EscapeMalformed;
            }

            if (text[0] is not ((byte)'%' or (byte)'+'))
            {
                return FormFault.ByteUnexpected;
            }

            buffer[end++] = text[0] == '+' ? (byte)' ' : b;
            text = text[(text[0] == '+' ? 1 : 3)..];
        }

        return null;
    }

    private bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
        {
            return true;
        }

        if (charset is UTF8Encoding)
        {
            return Utf8.IsValid(bytes);
        }

        try
        {
            return charset.GetCharCount(bytes) > 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private bool IsLastInOrder()
        => Count < 2 || NameAt(Count - 2).SequenceCompareTo(NameAt(Count - 1)) <= 0;

    private bool HasTwins()
    {
        for (var i = 1; i < Count; i++)
        {
            if (NameAt(i).SequenceEqual(NameAt(i - 1)))
            {
                return true;
            }
        }

        return false;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Pair(int NameStart, int ValueStart, int End)
    {
        public ReadOnlySpan<byte> Name(byte[] buffer)
            => buffer.AsSpan(NameStart, ValueStart - NameStart);

        public ReadOnlySpan<byte> Value(byte[] buffer)
            => buffer.AsSpan(ValueStart, End - ValueStart);
    }

    private readonly struct ByName(byte[] buffer) : IComparer<Pair>
    {
        public int Compare(Pair x, Pair y) => x.Name(buffer).SequenceCompareTo(y.Name(buffer));
    }
}
