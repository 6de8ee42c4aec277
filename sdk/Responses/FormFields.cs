using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace PayFunctions.Sdk;

/// <summary>
/// The fields of a form, decoded once into a buffer and sorted by name, without a string made.
/// </summary>
/// <param name="decoded">At least as long as the form.</param>
/// <param name="fields">One place for each field.</param>
internal ref struct FormFields(Span<byte> decoded, Span<FormFields.Field> fields)
{
    /// <summary>More fields than this are <see cref="PayVerdict.TooLarge"/>.</summary>
    public const int CountMax = 64;

    private const int NameLengthMax = 64;

    private readonly Span<byte> _decoded = decoded;
    private readonly Span<Field> _fields = fields;
    private int _used;

    /// <summary>How many fields there are.</summary>
    public int Count { get; private set; }

    /// <summary>Reads the whole form.</summary>
    /// <param name="form">Raw bytes.</param>
    /// <param name="only">Names to keep; others are passed over. Null keeps all.</param>
    /// <returns>The reason to refuse, or null.</returns>
    public PayVerdict? Read(ReadOnlySpan<byte> form, string[]? only)
    {
        foreach (var range in form.Split((byte)'&'))
        {
            var pair = form[range];
            var split = pair.IndexOf((byte)'=');
            var nameStart = _used;
            var named = split > 0 && Decode(pair[..split])
                && IsName(_decoded[nameStart.._used]);
            if (only is not null && !(named && IsAmong(_decoded[nameStart.._used], only)))
            {
                _used = nameStart;
                continue;
            }

            var valueStart = _used;
            if (!named || !Decode(pair[(split + 1)..])
                || !Utf8.IsValid(_decoded[valueStart.._used]))
            {
                return PayVerdict.Malformed;
            }

            if (Count == CountMax)
            {
                return PayVerdict.TooLarge;
            }

            if (!Insert(new Field(nameStart, valueStart, _used)))
            {
                return PayVerdict.DuplicateParameter;
            }
        }

        return null;
    }

    /// <summary>A field's name; fields are in ordinal order of their names.</summary>
    public readonly ReadOnlySpan<byte> Name(int index)
        => _decoded[_fields[index].NameStart.._fields[index].ValueStart];

    /// <summary>A field's value.</summary>
    public readonly ReadOnlySpan<byte> Value(int index)
        => _decoded[_fields[index].ValueStart.._fields[index].End];

    /// <summary>The value of a name; empty when there is none.</summary>
    public readonly ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < Count; index++)
        {
            if (Name(index).SequenceEqual(name))
            {
                return Value(index);
            }
        }

        return default;
    }

    /// <summary>The fields that have a value, as strings.</summary>
    public readonly Dictionary<string, string> ToDictionary()
    {
        var all = new Dictionary<string, string>(Count, StringComparer.Ordinal);
        for (var index = 0; index < Count; index++)
        {
            if (!Value(index).IsEmpty)
            {
                all.Add(
                    Encoding.ASCII.GetString(Name(index)), Encoding.UTF8.GetString(Value(index)));
            }
        }

        return all;
    }

    /// <summary>Inserts in order; false when the name is there already.</summary>
    private bool Insert(Field field)
    {
        var name = _decoded[field.NameStart..field.ValueStart];
        var place = Count;
        while (place > 0)
        {
            var order = Name(place - 1).SequenceCompareTo(name);
            if (order == 0)
            {
                return false;
            }

            if (order < 0)
            {
                break;
            }

            place--;
        }

        _fields[place..Count].CopyTo(_fields[(place + 1)..]);
        _fields[place] = field;
        Count++;
        return true;
    }

    private bool Decode(ReadOnlySpan<byte> encoded)
    {
        while (!encoded.IsEmpty)
        {
            var plain = encoded.IndexOfAny((byte)'%', (byte)'+');
            plain = plain < 0 ? encoded.Length : plain;
            encoded[..plain].CopyTo(_decoded[_used..]);
            _used += plain;
            encoded = encoded[plain..];
            if (encoded is [(byte)'+', ..])
            {
                _decoded[_used++] = (byte)' ';
                encoded = encoded[1..];
            }
            else if (encoded is [(byte)'%', ..])
            {
                if (encoded.Length < 3 || !byte.TryParse(
                    encoded[1..3],
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out _decoded[_used]))
                {
                    return false;
                }

                _used++;
                encoded = encoded[3..];
            }
        }

        return true;
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        if (name.Length is 0 or > NameLengthMax)
        {
            return false;
        }

        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)character) && character is not (byte)'_')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAmong(ReadOnlySpan<byte> name, string[] names)
    {
        foreach (var one in names)
        {
            if (Ascii.Equals(name, one))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Places in the decoded bytes: name, then value, without a gap.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Field(int NameStart, int ValueStart, int End);
}
