namespace PayFunctions.Inbox;

/// <summary>Whether a notification was taken.</summary>
internal enum InboxVerdict
{
    /// <summary>It is committed, or has nothing for us.</summary>
    Accepted,

    /// <summary>It moved nothing.</summary>
    Refused,

    /// <summary>It could not be proved now; it moved nothing, and may come again.</summary>
    NotNow,
}
