namespace PayFunctions.Channels;

/// <summary>The payer shows a code, the merchant's till scans it.</summary>
internal interface IBarcodePayment : IChannel
{
    /// <summary>Whether a payer's code can be one of this channel's.</summary>
    bool Accepts(string product, PayerCode code);

    /// <summary>
    /// Charges the code, once. <see cref="Waiting"/>: the payer has to confirm.
    /// <see cref="Unknown"/>: it must be asked about.
    /// </summary>
    Task<ChannelOutcome> ChargeAsync(ChargeRequest request, CancellationToken cancellation);
}
