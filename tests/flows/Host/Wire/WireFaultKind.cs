namespace PayFunctions.Tests.Flows.Host.Wire;

/// <summary>What goes wrong with a request.</summary>
public enum WireFaultKind
{
    /// <summary>429: come back at once.</summary>
    ThrottledForNothing,

    /// <summary>429: come back in a second.</summary>
    ThrottledForASecond,

    /// <summary>500; nothing was done.</summary>
    ServerError,

    /// <summary>503; nothing was done.</summary>
    Unavailable,

    /// <summary>It was done, and nobody hears of it.</summary>
    AnswerLost,

    /// <summary>The connection ends before anything was done.</summary>
    CutBefore,
}
