namespace PayFunctions.Channels;

/// <summary>A paid trade can be refunded, whole or in parts.</summary>
internal interface IRefundTrade : IChannel
{
    /// <summary>
    /// Refunds. The core asks by <see cref="IQueryRefund"/> before it sends a refund a second
    /// time. Trouble on the way is <see cref="RefundUnknown"/>.
    /// </summary>
    Task<RefundOutcome> RefundAsync(RefundRequest request, CancellationToken cancellation);
}
