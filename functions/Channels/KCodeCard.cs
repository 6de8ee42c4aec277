namespace PayFunctions.Channels;

/// <summary>
/// The card that a code is sent for. It passes through: it is never stored, has no readable text,
/// and whoever sends it on asks aloud.
/// </summary>
internal sealed class KCodeCard
{
    private const int NumberMin = 6;
    private const int NumberMax = 30;
    private const int MobileDigits = 4;

    private readonly string number;
    private readonly string mobileEnd;

    private KCodeCard(string number, string mobileEnd)
    {
        this.number = number;
        this.mobileEnd = mobileEnd;
    }

    /// <summary>The card's number, for the channel alone.</summary>
    public string RevealNumber() => number;

    /// <summary>The last 4 digits of the payer's phone, for the channel alone.</summary>
    public string RevealMobileEnd() => mobileEnd;

    /// <summary>Whether a text can be a card's number: 6 to 30 digits.</summary>
    public static bool IsNumber(string? text)
        => text is { Length: >= NumberMin and <= NumberMax } && text.All(char.IsAsciiDigit);

    /// <summary>Whether a text is the last 4 digits of a phone number.</summary>
    public static bool IsMobileEnd(string? text)
        => text is { Length: MobileDigits } && text.All(char.IsAsciiDigit);

    /// <summary>The card; null where either cannot be what it should.</summary>
    public static KCodeCard? Of(string? number, string? mobileEnd)
        => IsNumber(number) && IsMobileEnd(mobileEnd) ? new KCodeCard(number!, mobileEnd!) : null;

    /// <summary>A mask.</summary>
    public override string ToString() => "***";
}
