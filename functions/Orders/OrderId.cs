using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Orders;

/// <summary>
/// The transaction_id: derived, not drawn. The first 130 bits of SHA-256 over application and
/// out_trade_no, in 26 characters of Crockford base32, so that creating twice finds the same order.
/// </summary>
internal readonly record struct OrderId(string Value)
{
    /// <summary>Characters of a transaction_id.</summary>
    public const int Length = 26;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsPerCharacter = 5;

    /// <summary>The id of an application's order number.</summary>
    public static OrderId Of(string appId, string outTradeNo)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{appId}\n{outTradeNo}"), digest);
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            text[i] = Alphabet[Bits(digest, i * BitsPerCharacter)];
        }

        return new OrderId(new string(text));
    }

    /// <summary>Reads an id: exactly 26 characters of the alphabet.</summary>
    public static bool TryParse(string? text, out OrderId id)
    {
        var valid = text is { Length: Length } && text.All(Alphabet.Contains);
        id = valid ? new OrderId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static int Bits(ReadOnlySpan<byte> digest, int offset)
    {
        var first = offset / 8;
        var pair = (digest[first] << 8) | digest[first + 1];
        return (pair >> (16 - BitsPerCharacter - (offset % 8))) & 0x1F;
    }
}
