using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>What a channel needs to open its page or its code.</summary>
/// <param name="Order">The order, after the attempt was committed.</param>
/// <param name="Attempt">The attempt that is opened.</param>
/// <param name="NotifyUrl">Where the channel notifies us.</param>
/// <param name="ReturnUrl">Where the channel sends the payer back to us.</param>
/// <param name="Now">The moment of the command.</param>
/// <param name="PayerAddress">The payer's IP address as we see it, where a payer is there.</param>
internal sealed record PageRequest(
    Order Order, Attempt Attempt, Uri NotifyUrl, Uri ReturnUrl, DateTimeOffset Now,
    System.Net.IPAddress? PayerAddress = null)
{
    /// <summary>The trade's name at the channel.</summary>
    public ChannelOrderNo Number => Order.NumberOf(Attempt);
}
