namespace PayFunctions.Channels;

/// <summary>The channel can be asked what came of a page.</summary>
internal interface IQueryIdentity : IChannel
{
    /// <summary>Asks. Changes nothing.</summary>
    Task<IdentityOutcome> QueryAsync(IdentityPage page, CancellationToken cancellation);
}
