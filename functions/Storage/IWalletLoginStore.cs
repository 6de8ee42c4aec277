namespace PayFunctions.Storage;

/// <summary>Openings by wallets that were taken, for ever: they say no time of their own.</summary>
internal interface IWalletLoginStore
{
    /// <summary>Takes one; false when it was taken before.</summary>
    Task<bool> TryTakeAsync(string digest, DateTimeOffset at, CancellationToken cancellation);
}
