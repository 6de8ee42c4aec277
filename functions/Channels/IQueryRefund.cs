namespace PayFunctions.Channels;

/// <summary>The channel can be asked what became of a refund.</summary>
internal interface IQueryRefund : IChannel
{
    /// <summary>
    /// Asks. <see cref="RefundAbsent"/> only when the channel says for sure that it has no such
    /// refund. Trouble on the way is <see cref="RefundUnknown"/>.
    /// </summary>
    Task<RefundOutcome> QueryRefundAsync(RefundRequest request, CancellationToken cancellation);
}
