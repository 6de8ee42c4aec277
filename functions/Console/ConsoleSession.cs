namespace PayFunctions.Console;

/// <summary>A merchant's signed-in browser.</summary>
/// <param name="AppId">Whose data it sees.</param>
/// <param name="FormToken">What every form of it has to carry.</param>
/// <param name="ExpiresAt">Until when.</param>
internal sealed record ConsoleSession(string AppId, string FormToken, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a browser stays signed in.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>How long a sign-in link may be opened.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(5);
}
