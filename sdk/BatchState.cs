namespace PayFunctions.Sdk;

/// <summary>How far a batch is.</summary>
public enum BatchState
{
    /// <summary>A word that this version of the SDK does not know.</summary>
    Unrecognised = 0,

    /// <summary><c>CHECKING</c>: its rows are held against their orders; nothing has moved.
    /// </summary>
    Checking = 1,

    /// <summary><c>REFUSED</c>: a row cannot be done, so none was.</summary>
    Refused = 2,

    /// <summary><c>PROCESSING</c>: its rows are begun one after the other.</summary>
    Processing = 3,

    /// <summary><c>SETTLING</c>: every row was begun; some ends are not known.</summary>
    Settling = 4,

    /// <summary><c>DONE</c>.</summary>
    Done = 5,
}
