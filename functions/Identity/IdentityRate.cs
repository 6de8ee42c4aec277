namespace PayFunctions.Identity;

/// <summary>How many checks an application may still ask for.</summary>
/// <param name="Left">So many at <paramref name="At"/>, in thousandths.</param>
/// <param name="At">When that was.</param>
internal sealed record IdentityRate(long Left, DateTimeOffset At);
