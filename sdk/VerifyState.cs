namespace PayFunctions.Sdk;

/// <summary>What is known of a person who is checked.</summary>
public enum VerifyState
{
    /// <summary>A word that this version of the SDK does not know; not that it is the person.
    /// </summary>
    Unrecognised = 0,

    /// <summary><c>CHECKING</c>: the channel's answer was lost. Send the same again after 30
    /// seconds.</summary>
    Checking = 1,

    /// <summary><c>WAITING</c>: the person has to come to the page.</summary>
    Waiting = 2,

    /// <summary><c>PASSED</c>: it is the person.</summary>
    Passed = 3,

    /// <summary><c>FAILED</c>: it is not.</summary>
    Failed = 4,

    /// <summary><c>NOT_CHECKED</c>: the channel does not check this.</summary>
    NotChecked = 5,

    /// <summary><c>EXPIRED</c>: nobody came, or nobody said, in time.</summary>
    Expired = 6,
}
