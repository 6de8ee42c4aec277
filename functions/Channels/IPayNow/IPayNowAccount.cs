namespace PayFunctions.Channels.IPayNow;

/// <summary>An account, ready for use. A class without a ToString: it carries a secret.</summary>
internal sealed class IPayNowAccount
{
    /// <summary>The name in routes and orders.</summary>
    public required string Name { get; init; }

    /// <summary>The application's number.</summary>
    public required string AppId { get; init; }

    /// <summary>The dialect.</summary>
    public required IPayNowProfile Profile { get; init; }

    /// <summary>
    /// What every signature ends in: the key's MD5 in 32 lower-case digits, in ASCII.
    /// </summary>
    public required byte[] KeyDigest { get; init; }

    /// <summary>What profile B says of itself: <c>1.0.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Where payments and questions about them go; profile A's refunds too.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>Where profile B's refunds and cancels go.</summary>
    public required Uri RefundGateway { get; init; }

    /// <summary>Where profile B is asked about refunds and cancels.</summary>
    public required Uri RefundQueryGateway { get; init; }

    /// <summary>MQ002, or MQ001 at an old profile A.</summary>
    public required string QueryFuncode { get; init; }

    /// <summary>The device of pages: 02 or 06 in profile A, 04 or 0601 in profile B.</summary>
    public required string PageDevice { get; init; }

    /// <summary>The way to pay on a page; null for ipaynow's own cashier in profile A.</summary>
    public required string? PageChannel { get; init; }

    /// <summary>What profile B answers for a page.</summary>
    public required string PageOutput { get; init; }

    /// <summary>
    /// Whether ipaynow answers a page's order with a link, instead of taking the browser.
    /// </summary>
    public required bool PageByLink { get; init; }

    /// <summary>The way to pay a code that the payer scans; null when there is none.</summary>
    public required string? QrChannel { get; init; }

    /// <summary>What ipaynow answers for such a code: 1 a link, 0 a code.</summary>
    public required string QrOutput { get; init; }

    /// <summary>The way to pay by a code that the payer shows; null when there is none.</summary>
    public required string? BarcodeChannel { get; init; }

    /// <summary>mhtLimitPay as it is sent; null when it is not.</summary>
    public required string? LimitPay { get; init; }

    /// <summary>Whether refunds and cancels carry <c>version</c>.</summary>
    public required bool RefundVersion { get; init; }

    /// <summary>The device that profile A's refunds name.</summary>
    public required string RefundDevice { get; init; }

    /// <summary>Whether profile A's refunds may be sent again under their number.</summary>
    public required bool RefundRepeats { get; init; }

    /// <summary>Whether a question about a refund that fails means that there is none.</summary>
    public required bool RefundAbsentWhenFailed { get; init; }

    /// <summary>Whether R002 may be used.</summary>
    public required bool Cancels { get; init; }

    /// <summary>What ipaynow writes when it has no such order.</summary>
    public required string OrderAbsentText { get; init; }

    /// <summary>Whether trades are named by nowPayOrderNo, or else by our own number.</summary>
    public required bool NamedByIPayNow { get; init; }
}
