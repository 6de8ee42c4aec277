namespace PayFunctions.Platform;

/// <summary>What became of a change to an application's keys.</summary>
internal enum KeyVerdict
{
    /// <summary>It is as asked, now or before.</summary>
    Done,

    /// <summary>No such application.</summary>
    ApplicationUnknown,

    /// <summary>Two keys are valid already.</summary>
    Limit,

    /// <summary>Not an RSA public key of at least 2048 bits.</summary>
    Invalid,

    /// <summary>The key_id names another key.</summary>
    ContentDiffers,
}
