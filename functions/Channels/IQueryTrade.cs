namespace PayFunctions.Channels;

/// <summary>The channel can be asked what became of a trade.</summary>
internal interface IQueryTrade : IChannel
{
    /// <summary>Asks. Never throws for trouble on the way: that is <see cref="Unknown"/>.</summary>
    Task<ChannelOutcome> QueryAsync(TradeReference trade, CancellationToken cancellation);
}
