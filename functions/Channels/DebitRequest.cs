using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>What a channel needs to take money under an agreement.</summary>
/// <param name="Order">The payment, after its attempt was committed; its terms name the agreement.
/// </param>
/// <param name="Attempt">The attempt that is made.</param>
/// <param name="NotifyUrl">Where the channel notifies us.</param>
/// <param name="Now">The moment of the command.</param>
internal sealed record DebitRequest(
    Order Order, Attempt Attempt, Uri NotifyUrl, DateTimeOffset Now)
{
    /// <summary>The trade's name at the channel.</summary>
    public ChannelOrderNo Number => Order.NumberOf(Attempt);

    /// <summary>The agreement.</summary>
    public DebitTerms Agreement => Order.Terms.Debit
        ?? throw new InvalidOperationException($"Order {Order.Id} is no debit.");
}
