using System.Diagnostics.CodeAnalysis;

namespace PayFunctions.Channels.Alipay;

/// <summary>Alipay's number of a trade: 28 digits as a rule.</summary>
internal static class AlipayTradeNo
{
    private const int LengthMax = 64;

    /// <summary>Reads a number.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? number)
    {
        number = text is { Length: > 0 and <= LengthMax } && text.All(char.IsAsciiLetterOrDigit)
            ? text
            : null;
        return number is not null;
    }
}
