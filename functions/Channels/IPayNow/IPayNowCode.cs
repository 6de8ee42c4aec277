namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// The codes of calls, payments and refunds. Calls and payments share three of them: A001 of a
/// call says that the call worked.
/// </summary>
internal static class IPayNowCode
{
    /// <summary>The call worked; the payment is paid; profile B's refund is done.</summary>
    public const string Success = "A001";

    /// <summary>The call, or the payment, failed.</summary>
    public const string Failure = "A002";

    /// <summary>Not known: it is asked about again.</summary>
    public const string Unknown = "A003";

    /// <summary>Accepted, not decided.</summary>
    public const string Accepted = "A004";

    /// <summary>Refused.</summary>
    public const string Refused = "A005";

    /// <summary>Ended unpaid; profile B alone knows it.</summary>
    public const string Closed = "A006";

    /// <summary>Not processed yet.</summary>
    public const string Unprocessed = "A00I";

    /// <summary>A refund, or the call for it, is accepted.</summary>
    public const string RefundAccepted = "R000";

    /// <summary>A refund is refused. Not the function R001.</summary>
    public const string RefundRefused = "R001";

    /// <summary>A refund is done.</summary>
    public const string RefundDone = "R010";

    /// <summary>A refund failed.</summary>
    public const string RefundFailed = "R011";

    /// <summary>A refund is on its way.</summary>
    public const string RefundUnderway = "R012";

    /// <summary>Whether it is one of the reasons for which a refund is not taken.</summary>
    public static bool IsRefundFault(string? code)
        => code is "R021" or "R022" or "R023" or "R024" or "R025" or "R026" or "R027";
}
