namespace PayFunctions.Platform;

/// <summary>Whether an account works.</summary>
/// <param name="Works">The channel answered, and its answer verified.</param>
/// <param name="Reason">What was learned.</param>
internal sealed record AccountProbe(bool Works, string Reason);
