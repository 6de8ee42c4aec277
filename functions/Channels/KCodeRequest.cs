using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>The trade that a code is sent for, or pays.</summary>
/// <param name="Order">The order, after the attempt was committed.</param>
/// <param name="Attempt">The attempt that is made.</param>
internal sealed record KCodeRequest(Order Order, Attempt Attempt)
{
    /// <summary>The trade's name at the channel.</summary>
    public ChannelOrderNo Number => Order.NumberOf(Attempt);
}
