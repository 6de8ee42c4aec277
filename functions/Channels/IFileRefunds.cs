using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>Refunds can be sent together; the channel does them in its own time.</summary>
internal interface IFileRefunds : IChannel
{
    /// <summary>The most refunds of one batch; 0 where the account wants them one by one.
    /// </summary>
    ValueTask<int> RefundsInBatchAsync(string account, CancellationToken cancellation);

    /// <summary>
    /// Sends refunds of one account together. Trouble on the way is <see cref="FilingUnknown"/>.
    /// </summary>
    Task<FilingOutcome> FileRefundsAsync(
        Filing filing, IReadOnlyList<RefundRequest> refunds, CancellationToken cancellation);

    /// <summary>Asks what became of one refund of a batch that was taken.</summary>
    Task<RefundOutcome> QueryFiledAsync(
        Filing filing, RefundRequest refund, CancellationToken cancellation);
}
