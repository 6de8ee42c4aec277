using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>A check that is asked for.</summary>
/// <param name="Account">The account.</param>
/// <param name="Product">The product.</param>
/// <param name="Number">Our number of the check, for the channel.</param>
/// <param name="NotifyUrl">Where the channel tells us; for this check alone.</param>
/// <param name="ReturnUrl">Where the channel sends the person back.</param>
/// <param name="AskedAt">When it was asked for: the same in all that is said about it.</param>
internal sealed record IdentityRequest(
    string Account, string Product, ChannelOrderNo Number, Uri NotifyUrl, Uri ReturnUrl,
    DateTimeOffset AskedAt);
