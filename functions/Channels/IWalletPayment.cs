namespace PayFunctions.Channels;

/// <summary>
/// The payer's wallet is opened by signed parameters, which a page inside the wallet or the
/// merchant's application hands to it.
/// </summary>
internal interface IWalletPayment : IChannel
{
    /// <summary>
    /// Whether the channel has to know the payer before: the order's
    /// <see cref="Orders.PaymentTerms.PayerId"/>.
    /// </summary>
    bool NeedsPayer(string product);

    /// <summary>
    /// Asks for a trade and signs what opens the wallet: <see cref="WalletReady"/>, or why there is
    /// none. Repeatable: the signed parameters age, so each opening makes new ones.
    /// </summary>
    Task<PageOpening> OpenWalletAsync(PageRequest request, CancellationToken cancellation);
}
