namespace PayFunctions.Platform;

/// <summary>What became of a registration: the account, or its channel's objections.</summary>
/// <param name="Account">The account as it is now; null when it was refused.</param>
/// <param name="IsNew">Whether it was not there before.</param>
/// <param name="Faults">A sentence each; empty when it was taken.</param>
internal sealed record AccountRegistration(
    ChannelAccount? Account, bool IsNew, IReadOnlyList<string> Faults);
