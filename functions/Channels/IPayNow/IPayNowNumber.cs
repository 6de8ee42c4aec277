using System.Text;

namespace PayFunctions.Channels.IPayNow;

/// <summary>ipaynow's own number of a payment, a refund or a cancel.</summary>
internal static class IPayNowNumber
{
    private const int LengthMax = 64;

    /// <summary>Reads a number: letters and digits; null when it is none.</summary>
    public static string? Read(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)b))
            {
                return null;
            }
        }

        return text.Length is > 0 and <= LengthMax ? Encoding.ASCII.GetString(text) : null;
    }
}
