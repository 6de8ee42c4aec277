using System.Diagnostics.CodeAnalysis;

namespace PayFunctions.Channels.Tenpay;

/// <summary>Tenpay's own numbers of trades and refunds: 28 digits as a rule.</summary>
internal static class TenpayTradeNo
{
    private const int LengthMax = 28;

    /// <summary>Reads a number.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? number)
    {
        number = text is { Length: > 0 and <= LengthMax } && text.All(char.IsAsciiLetterOrDigit)
            ? text
            : null;
        return number is not null;
    }
}
