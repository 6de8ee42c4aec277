namespace PayFunctions.Channels.IPayNow;

/// <summary>The function codes. R001 is also a status of profile A; that is another thing.
/// </summary>
internal static class IPayNowFuncode
{
    /// <summary>Pays, without a plug-in.</summary>
    public const string Pay = "WP001";

    /// <summary>What one document prints for the answer to <see cref="Pay"/>.</summary>
    public const string PayAnswer = "B003";

    /// <summary>Asks about a payment.</summary>
    public const string Query = "MQ002";

    /// <summary>Tells that a payment, or profile A's refund, succeeded.</summary>
    public const string Notice = "N001";

    /// <summary>What the payer's browser brings back; for display only.</summary>
    public const string FrontNotice = "N002";

    /// <summary>Refunds, in profile A.</summary>
    public const string OldRefund = "T001";

    /// <summary>Refunds, in profile B.</summary>
    public const string Refund = "R001";

    /// <summary>Cancels on the day of the payment.</summary>
    public const string Cancel = "R002";

    /// <summary>Asks about a refund.</summary>
    public const string RefundQuery = "Q001";

    /// <summary>Asks about a cancel.</summary>
    public const string CancelQuery = "Q002";

    /// <summary>Whether it is one of those that sign by a rule of their own.</summary>
    public static bool IsOfRefunds(string funcode)
        => funcode is Refund or Cancel or RefundQuery or CancelQuery;
}
