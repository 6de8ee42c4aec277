using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Channels;

/// <summary>
/// The code a payer shows at a till: good for one payment, for about a minute. A secret while it
/// lives: it has no readable text and is never stored; a digest tells two codes apart.
/// </summary>
internal sealed class PayerCode
{
    private const int LengthMin = 8;
    private const int LengthMax = 64;
    private const int DigestCharacters = 32;

    private PayerCode(string text) => Text = text;

    /// <summary>The code itself, for the channel alone.</summary>
    public string Text { get; }

    /// <summary>Tells codes apart without saying them.</summary>
    public string Digest
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Text)))[
            ..DigestCharacters];

    /// <summary>Reads a code: 8 to 64 letters and digits. What it must look like is said by the
    /// channel.</summary>
    public static PayerCode? Of(string? text)
        => text is { Length: >= LengthMin and <= LengthMax } && text.All(char.IsAsciiLetterOrDigit)
            ? new PayerCode(text)
            : null;

    /// <summary>A mask.</summary>
    public override string ToString() => "***";
}
