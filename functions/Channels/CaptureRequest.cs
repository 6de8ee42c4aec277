using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>What a channel needs to take what is held.</summary>
/// <param name="Order">The payment, after its attempt was committed; its terms name the hold.
/// </param>
/// <param name="Attempt">The attempt that is made.</param>
/// <param name="NotifyUrl">Where the channel notifies us.</param>
/// <param name="Now">The moment of the command.</param>
internal sealed record CaptureRequest(
    Order Order, Attempt Attempt, Uri NotifyUrl, DateTimeOffset Now)
{
    /// <summary>The trade's name at the channel.</summary>
    public ChannelOrderNo Number => Order.NumberOf(Attempt);

    /// <summary>What is taken from.</summary>
    public CaptureTerms Hold => Order.Terms.Capture
        ?? throw new InvalidOperationException($"Order {Order.Id} is no capture.");
}
