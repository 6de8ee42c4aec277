namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>How bills are made.</summary>
internal sealed record BillOptions
{
    /// <summary>
    /// How long after a day's end its bill is there: at nine the next morning. Null gives every
    /// day's bill at once, today's too.
    /// </summary>
    public TimeSpan? ReadyAfter { get; init; } = TimeSpan.FromHours(9);

    /// <summary>How long an address leads to its bill; older pages say 30 seconds.</summary>
    public TimeSpan AddressLife { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many days bills are kept.</summary>
    public int DaysKept { get; init; } = 90;

    /// <summary>Whether files begin without a byte order mark and lines end in LF alone.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The service fee, in parts of ten thousand of what the payer paid.</summary>
    public long FeePerTenThousand { get; init; } = 60;
}
