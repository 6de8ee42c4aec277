using System.Buffers;
using System.Runtime.InteropServices;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// A notification's fields, decoded exactly once and kept as bytes: what Alipay signed are these
/// bytes, so nothing is turned into characters and back before the signature is checked.
/// </summary>
internal sealed class AlipayForm
{
    /// <summary>The most fields; genuine notifications have about thirty.</summary>
    public const int FieldsMax = 128;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."u8);

    private readonly byte[] buffer;
    private readonly Field[] fields;
    private int end;

    private AlipayForm(int bytes)
    {
        // The decoded text, then the string that was signed: neither is longer than the body.
        buffer = GC.AllocateUninitializedArray<byte>(2 * bytes);
        fields = new Field[FieldsMax];
    }

    private int Count { get; set; }

    /// <summary>The fields sorted by name, or why they cannot be had.</summary>
    public static NotificationRefusal? TryRead(
        ReadOnlySpan<byte> body, AlipayCharset charset, out AlipayForm form)
    {
        form = new AlipayForm(body.Length);
        foreach (var range in body.Split((byte)'&'))
        {
            if (!form.TryAdd(body[range], charset))
            {
                return NotificationRefusal.Malformed;
            }
        }

        form.fields.AsSpan(0, form.Count).Sort(new ByName(form.buffer));
        return form.HasTwins() ? NotificationRefusal.FieldDuplicated : null;
    }

    /// <summary>A field's value in bytes; empty when it is empty or missing.</summary>
    public ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name)
    {
        foreach (var field in fields.AsSpan(0, Count))
        {
            if (field.Name(buffer).SequenceEqual(name))
            {
                return field.Value(buffer);
            }
        }

        return [];
    }

    /// <summary>What was signed: all but sign, sign_type and empties, sorted and joined.</summary>
    public ReadOnlySpan<byte> ToSign()
    {
        var target = buffer.AsSpan(buffer.Length / 2);
        var length = 0;
        foreach (var field in fields.AsSpan(0, Count))
        {
            var name = field.Name(buffer);
            var value = field.Value(buffer);
            if (value.IsEmpty || name.SequenceEqual("sign"u8) || name.SequenceEqual("sign_type"u8))
            {
                continue;
            }

            if (length > 0)
            {
                target[length++] = (byte)'&';
            }

            name.CopyTo(target[length..]);
            length += name.Length;
            target[length++] = (byte)'=';
            value.CopyTo(target[length..]);
            length += value.Length;
        }

        return target[..length];
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

    private bool TryAdd(ReadOnlySpan<byte> pair, AlipayCharset charset)
    {
        var equals = pair.IndexOf((byte)'=');
        if (equals <= 0 || Count == FieldsMax)
        {
            return false;
        }

        var nameStart = end;
        if (!TryDecode(pair[..equals])
            || buffer.AsSpan(nameStart, end - nameStart).ContainsAnyExcept(NameBytes))
        {
            return false;
        }

        var valueStart = end;
        if (!TryDecode(pair[(equals + 1)..])
            || !charset.IsValid(buffer.AsSpan(valueStart, end - valueStart)))
        {
            return false;
        }

        fields[Count++] = new Field(nameStart, valueStart, end);
        return true;
    }

    private bool TryDecode(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            switch (b)
            {
                case (byte)'%' when TryHex(text[(i + 1)..], out b):
                    i += 2;
                    break;
                case (byte)'%' or <= (byte)' ' or > (byte)'~':
                    return false;
                case (byte)'+':
                    b = (byte)' ';
                    break;
                default:
                    break;
            }

            buffer[end++] = b;
        }

        return true;
    }

    private bool HasTwins()
    {
        for (var i = 1; i < Count; i++)
        {
            if (fields[i].Name(buffer).SequenceEqual(fields[i - 1].Name(buffer)))
            {
                return true;
            }
        }

        return false;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Field(int NameStart, int ValueStart, int End)
    {
        public ReadOnlySpan<byte> Name(byte[] buffer)
            => buffer.AsSpan(NameStart, ValueStart - NameStart);

        public ReadOnlySpan<byte> Value(byte[] buffer)
            => buffer.AsSpan(ValueStart, End - ValueStart);
    }

    private readonly struct ByName(byte[] buffer) : IComparer<Field>
    {
        public int Compare(Field x, Field y) => x.Name(buffer).SequenceCompareTo(y.Name(buffer));
    }
}
