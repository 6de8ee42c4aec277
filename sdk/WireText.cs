using System.Buffers;
using System.Globalization;

namespace PayFunctions.Sdk;

/// <summary>The alphabets of the wire.</summary>
internal static class WireText
{
    public const int IdLengthMax = 64;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create(Letters + "-_");

    /// <summary>The characters of ids and merchant numbers.</summary>
    public static bool IsId(string? text)
        => text is { Length: >= 1 and <= IdLengthMax }
            && !text.AsSpan().ContainsAnyExcept(IdCharacters);

    /// <summary>A day.</summary>
    public static string Of(DateOnly day)
        => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A lone surrogate has no UTF-8 form, so it could not be signed as written.</summary>
    public static bool IsUnicode(string text)
    {
        var left = text.AsSpan();
        while (!left.IsEmpty)
        {
            if (System.Text.Rune.DecodeFromUtf16(left, out _, out var used)
                is not OperationStatus.Done)
            {
                return false;
            }

            left = left[used..];
        }

        return true;
    }
}
