namespace PayFunctions.Channels;

/// <summary>The channel can be asked what became of a trade.</summary>
internal interface IQueryTrade : IChannel
{
    /// <summary>
    /// Whether an answer about a trade that never was is signed: then a probe proves the keys of
    /// both sides, else only ours.
    /// </summary>
    bool SignsRefusals => true;

    /// <summary>Asks. Never throws for trouble on the way: that is <see cref="Unknown"/>.</summary>
    Task<ChannelOutcome> QueryAsync(TradeReference trade, CancellationToken cancellation);
}
