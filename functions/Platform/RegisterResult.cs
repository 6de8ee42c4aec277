namespace PayFunctions.Platform;

/// <summary>The registration as it is now, and whether it is new.</summary>
internal sealed record RegisterResult(Application Application, bool IsNew);
