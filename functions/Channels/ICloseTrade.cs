namespace PayFunctions.Channels;

/// <summary>An unpaid trade can be ended at the channel.</summary>
internal interface ICloseTrade : IChannel
{
    /// <summary>
    /// Ends it. <see cref="Declined"/>: it is ended, or never began. <see cref="Succeeded"/> is
    /// never
    /// answered: a paid trade is <see cref="Waiting"/> for a query. Trouble is
    /// <see cref="Unknown"/>.
    /// </summary>
    Task<ChannelOutcome> CloseAsync(TradeReference trade, CancellationToken cancellation);
}
