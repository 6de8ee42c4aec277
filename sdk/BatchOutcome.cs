namespace PayFunctions.Sdk;

/// <summary>What became of a row of a batch.</summary>
public enum BatchOutcome
{
    /// <summary>A word that this version of the SDK does not know; not a success.</summary>
    Unrecognised = 0,

    /// <summary><c>WAITING</c>: it was not begun.</summary>
    Waiting = 1,

    /// <summary><c>PROCESSING</c>: its end is not known.</summary>
    Processing = 2,

    /// <summary><c>SUCCESS</c>.</summary>
    Success = 3,

    /// <summary><c>FAILED</c> at the channel.</summary>
    Failed = 4,

    /// <summary><c>REFUSED</c> by the gateway.</summary>
    Refused = 5,
}
