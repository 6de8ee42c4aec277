namespace PayFunctions.Channels;

/// <summary>An account made ready by its channel, or what is wrong with it.</summary>
internal readonly record struct AccountOpening<TAccount>(
    TAccount? Account, IReadOnlyList<string> Faults)
    where TAccount : class;
