namespace PayFunctions.Sandbox.Launcher;

/// <summary>An account at a channel, as the operator registers it.</summary>
/// <param name="Channel">The channel's name at the gateway.</param>
/// <param name="Name">The account's name there.</param>
/// <param name="Settings">The channel's settings.</param>
/// <param name="Secrets">
/// The channel's secrets, each by the name that <see cref="SandboxKeys.Secret(string)"/> made it
/// under; never the secret itself.
/// </param>
internal sealed record SandboxAccount(
    string Channel,
    string Name,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, string> Secrets);
