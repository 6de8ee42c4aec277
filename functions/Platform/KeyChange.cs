namespace PayFunctions.Platform;

/// <summary>What became of a change, and the registration afterwards where there is one.</summary>
internal sealed record KeyChange(KeyVerdict Verdict, Application? Application);
