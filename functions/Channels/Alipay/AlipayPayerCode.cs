namespace PayFunctions.Channels.Alipay;

/// <summary>
/// What a payer's code looks like: 16 to 24 digits, the first two between 25 and 30. Codes of a
/// face (35 characters that begin with <c>fp</c>) are not taken.
/// </summary>
internal static class AlipayPayerCode
{
    private const int LengthMin = 16;
    private const int LengthMax = 24;

    /// <summary>Whether a code can be one of Alipay's.</summary>
    public static bool Is(PayerCode code)
        => code.Text is { Length: >= LengthMin and <= LengthMax } text
            && text.All(char.IsAsciiDigit)
            && (text[0] == '2' ? text[1] is >= '5' and <= '9' : text[..2] is "30");
}
