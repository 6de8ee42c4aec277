namespace PayFunctions.Tests.Simulation.World;

/// <summary>How a merchant answers one post.</summary>
internal enum MerchantReply
{
    /// <summary>The word, with 200.</summary>
    Accept,

    /// <summary>Another word, with 200.</summary>
    SayNo,

    /// <summary>500.</summary>
    Fail,

    /// <summary>503 with Retry-After.</summary>
    AskForPatience,

    /// <summary>302.</summary>
    Redirect,

    /// <summary>410.</summary>
    BeGone,

    /// <summary>More than is read.</summary>
    TalkTooMuch,

    /// <summary>Nothing until the gateway gives up.</summary>
    Dawdle,

    /// <summary>The connection ends.</summary>
    Cut,

    /// <summary>The word is said, and lost on its way.</summary>
    AcceptUnheard,
}
