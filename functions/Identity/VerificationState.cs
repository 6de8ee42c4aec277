namespace PayFunctions.Identity;

/// <summary>What is known of a person. The names are stored: they do not change.</summary>
internal enum VerificationState
{
    /// <summary>The channel was asked, and what it said is not known.</summary>
    Checking,

    /// <summary>The channel waits for the person on its page.</summary>
    Waiting,

    /// <summary>It is the person.</summary>
    Passed,

    /// <summary>It is not.</summary>
    Failed,

    /// <summary>The channel did not check it, for good.</summary>
    NotChecked,
}
