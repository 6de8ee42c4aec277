namespace PayFunctions.Notifications;

/// <summary>How far a notice has come.</summary>
internal enum NoticeState
{
    /// <summary>Not accepted yet; another attempt is planned.</summary>
    Pending,

    /// <summary>The merchant said the word.</summary>
    Delivered,

    /// <summary>The schedule is used up. It can be sent again by hand.</summary>
    Exhausted,

    /// <summary>The merchant answered 410: the address is gone for good.</summary>
    Gone,
}
