using System.Collections.Immutable;

namespace PayFunctions.Orders;

/// <summary>What may be asked of an order. Every road ends in one of these.</summary>
internal abstract record OrderCommand;

/// <summary>Make the order.</summary>
internal sealed record Create(
    string AppId, string OutTradeNo, PaymentTerms Terms, LateSuccess LateSuccess) : OrderCommand;

/// <summary>The payer goes to a channel.</summary>
internal sealed record OpenAttempt(string Product, string Account) : OrderCommand;

/// <summary>The channel says that an attempt is paid.</summary>
internal sealed record Succeed(
    int Attempt, string Account, Money Total, string ChannelTradeNo, DateTimeOffset PaidAt)
    : OrderCommand;

/// <summary>The channel says that an attempt will never be paid.</summary>
internal sealed record Decline(int Attempt, string Account) : OrderCommand;

/// <summary>The channel was asked and said nothing that decides.</summary>
internal sealed record Undecided(int Attempt) : OrderCommand;

/// <summary>
/// Time is up. <paramref name="Ended"/> are the attempts the channel confirmed ended.
/// </summary>
internal sealed record Expire(ImmutableHashSet<int> Ended) : OrderCommand;

/// <summary>The merchant closes. <paramref name="Ended"/> as for <see cref="Expire"/>.</summary>
internal sealed record Close(ImmutableHashSet<int> Ended) : OrderCommand;
