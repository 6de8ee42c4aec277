using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>What a channel needs to end an agreement.</summary>
/// <param name="Account">The account it was signed with.</param>
/// <param name="Number">The number we gave the signing.</param>
/// <param name="ChannelAgreementNo">The channel's number of the agreement.</param>
/// <param name="RequestedAt">When its end was asked for: the same at each repetition.</param>
/// <param name="NotifyUrl">Where the channel notifies us.</param>
/// <param name="Now">The moment of the call.</param>
internal sealed record UnsignRequest(
    string Account, ChannelOrderNo Number, string ChannelAgreementNo, DateTimeOffset RequestedAt,
    Uri NotifyUrl, DateTimeOffset Now);
