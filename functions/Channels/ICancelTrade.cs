namespace PayFunctions.Channels;

/// <summary>
/// An undecided trade can be undone at the channel, whatever became of it: unpaid, it is ended;
/// paid, the money goes back.
/// </summary>
internal interface ICancelTrade : IChannel
{
    /// <summary>Cancels. Repeatable. Trouble on the way is <see cref="CancelUnknown"/>.</summary>
    Task<CancelOutcome> CancelAsync(TradeReference trade, CancellationToken cancellation);
}
