namespace PayFunctions.Sdk;

/// <summary>How the delivery of a notification goes.</summary>
public enum NotifyState
{
    /// <summary>A word that this version of the SDK does not know.</summary>
    Unrecognised = 0,

    /// <summary><c>PENDING</c>: it will be tried (again).</summary>
    Pending = 1,

    /// <summary><c>DELIVERED</c>: the merchant took it.</summary>
    Delivered = 2,

    /// <summary><c>EXHAUSTED</c>: the last attempt failed; it can be resent.</summary>
    Exhausted = 3,

    /// <summary><c>GONE</c>: the merchant's server said that the address is gone.</summary>
    Gone = 4,
}
