namespace PayFunctions.Orders;

/// <summary>The order takes money under an agreement.</summary>
/// <param name="Agreement">The order that is the agreement.</param>
/// <param name="Attempt">The attempt by which it was signed.</param>
/// <param name="ChannelAgreementNo">The channel's number of the agreement.</param>
internal sealed record DebitTerms(OrderId Agreement, int Attempt, string ChannelAgreementNo)
{
    /// <summary>The number the channel knows the signing by.</summary>
    public ChannelOrderNo SigningNumber() => new(Agreement, Attempt);
}
