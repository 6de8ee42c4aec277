namespace PayFunctions.Sandbox.Alipay;

/// <summary>How bills are made.</summary>
internal sealed record BillOptions
{
    /// <summary>
    /// How long after a day's end its bill is there: at nine the next morning. Null gives every
    /// day's bill at once, today's too.
    /// </summary>
    public TimeSpan? ReadyAfter { get; init; } = TimeSpan.FromHours(9);

    /// <summary>How long an address leads to its bill.</summary>
    public TimeSpan AddressLifetime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The sub_code where there is no bill. Newer documents hint at <c>isp.bill_not_exist</c>.
    /// </summary>
    public string NoBillSubCode { get; init; } = "BILL_NOT_EXIST";

    /// <summary>The service fee, in parts of ten thousand of what the seller gets.</summary>
    public long FeePerTenThousand { get; init; } = 60;
}
