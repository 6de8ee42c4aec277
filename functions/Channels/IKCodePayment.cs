namespace PayFunctions.Channels;

/// <summary>
/// The merchant names a card, the bank sends the payer a code, and the code pays. What is said of
/// card and payer passes through: it is in no answer, no reason and no trace.
/// </summary>
internal interface IKCodePayment : IChannel
{
    /// <summary>Begins a trade with a card, and has the code sent. Once for a number.</summary>
    Task<KCodeSending> SendCodeAsync(
        KCodeRequest request, KCodeCard card, CancellationToken cancellation);

    /// <summary>
    /// Has another code sent for a trade that was begun. <see cref="KCodeRefused"/>: it never was.
    /// </summary>
    Task<KCodeSending> ResendCodeAsync(KCodeRequest request, CancellationToken cancellation);

    /// <summary>
    /// Pays with the code, once. <see cref="WrongCode"/>: nothing was paid, and another code may
    /// be tried. <see cref="Unknown"/>: it must be asked about.
    /// </summary>
    Task<ChannelOutcome> PayAsync(
        KCodeRequest request, KCodeProof proof, CancellationToken cancellation);
}
