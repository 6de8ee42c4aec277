namespace PayFunctions.Channels;

/// <summary>Money can be taken under an agreement that a payer has signed.</summary>
internal interface IDebitAgreement : IChannel
{
    /// <summary>
    /// Takes money. Repeatable under the same number. <see cref="Unknown"/>: it must be asked
    /// about.
    /// </summary>
    Task<ChannelOutcome> DebitAsync(DebitRequest request, CancellationToken cancellation);
}
