using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>What a channel needs to open its page.</summary>
/// <param name="Order">The order, after the attempt was committed.</param>
/// <param name="Attempt">The attempt that is opened.</param>
/// <param name="NotifyUrl">Where the channel notifies us.</param>
/// <param name="ReturnUrl">Where the channel sends the payer back to us.</param>
/// <param name="Now">The moment of the command.</param>
internal sealed record PageRequest(
    Order Order, Attempt Attempt, Uri NotifyUrl, Uri ReturnUrl, DateTimeOffset Now);
