using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>What a channel needs to charge a payer's code.</summary>
/// <param name="Order">The order, after the attempt was committed.</param>
/// <param name="Attempt">The attempt that is made.</param>
/// <param name="Code">What the payer showed.</param>
/// <param name="NotifyUrl">Where the channel notifies us.</param>
/// <param name="Now">The moment of the command.</param>
internal sealed record ChargeRequest(
    Order Order, Attempt Attempt, PayerCode Code, Uri NotifyUrl, DateTimeOffset Now)
{
    /// <summary>The trade's name at the channel.</summary>
    public ChannelOrderNo Number => Order.NumberOf(Attempt);
}
