namespace PayFunctions.Platform;

/// <summary>Which of a channel's worlds an account belongs to.</summary>
internal enum AccountEnvironment
{
    /// <summary>Real money.</summary>
    Production,

    /// <summary>The channel's own test system, or a simulator.</summary>
    Test,
}
