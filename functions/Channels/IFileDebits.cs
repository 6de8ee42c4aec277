using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>Debits can be sent together; the channel does them in its own time, and a question
/// about each tells its end.</summary>
internal interface IFileDebits : IDebitAgreement
{
    /// <summary>The most debits of one batch; 0 where the account wants them one by one.
    /// </summary>
    ValueTask<int> DebitsInBatchAsync(string account, CancellationToken cancellation);

    /// <summary>
    /// Sends debits of one account together. Trouble on the way is <see cref="FilingUnknown"/>.
    /// </summary>
    Task<FilingOutcome> FileDebitsAsync(
        Filing filing, IReadOnlyList<DebitRequest> debits, CancellationToken cancellation);
}
