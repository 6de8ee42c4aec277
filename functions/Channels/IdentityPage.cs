using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>A check that waits for the person on the channel's page.</summary>
/// <param name="Account">The account.</param>
/// <param name="Product">The product.</param>
/// <param name="Number">Our number of the check.</param>
/// <param name="Reference">What the channel knows it by: its own number, or its page.</param>
/// <param name="Now">The moment of the question.</param>
internal sealed record IdentityPage(
    string Account, string Product, ChannelOrderNo Number, string Reference, DateTimeOffset Now);
