namespace PayFunctions.Channels.WeChatPay;

/// <summary>What a payer's code looks like: 18 digits, the first two between 10 and 15.</summary>
internal static class WeChatPayPayerCode
{
    private const int Length = 18;

    /// <summary>Whether a code can be one of WeChat Pay's.</summary>
    public static bool Is(PayerCode code)
        => code.Text is { Length: Length } text
            && text.All(char.IsAsciiDigit)
            && text[0] == '1'
            && text[1] <= '5';
}
