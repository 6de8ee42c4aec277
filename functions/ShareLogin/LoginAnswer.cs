namespace PayFunctions.ShareLogin;

/// <summary>Where a wallet's user goes on, or why nowhere.</summary>
/// <param name="Location">The application, with what it is told.</param>
/// <param name="Why">Why not.</param>
internal sealed record LoginAnswer(string? Location, LoginRefusal? Why);
