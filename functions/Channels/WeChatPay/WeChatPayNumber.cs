namespace PayFunctions.Channels.WeChatPay;

/// <summary>WeChat Pay's own numbers of trades and refunds: up to 32 characters.</summary>
internal static class WeChatPayNumber
{
    private const int LengthMax = 32;

    /// <summary>A number, or null.</summary>
    public static string? TryRead(string? text)
        => text is { Length: > 0 and <= LengthMax } && text.All(char.IsAsciiLetterOrDigit)
            ? text
            : null;
}
