namespace PayFunctions.Channels;

/// <summary>Reads a registered account with its secrets; null when there is none.</summary>
/// <param name="channel">The channel's name.</param>
/// <param name="account">The account's name.</param>
/// <param name="cancellation">Gives up.</param>
internal delegate ValueTask<AccountMaterial?> ReadAccount(
    string channel, string account, CancellationToken cancellation);
