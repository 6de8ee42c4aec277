using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Payments;

/// <summary>How opening a channel's page or code ended.</summary>
internal abstract record StartResult;

/// <summary>The payer's browser may go.</summary>
internal sealed record Started(PageHandover Handover) : StartResult;

/// <summary>The payer may scan.</summary>
internal sealed record CodeShown(Order Order, string CodeUrl) : StartResult;

/// <summary>The payer's wallet may be opened.</summary>
internal sealed record WalletOffered(Order Order, WalletReady Wallet) : StartResult;

/// <summary>It may not.</summary>
internal sealed record NotStarted(OrderRefusal Why) : StartResult;

/// <summary>The channel refused, for good.</summary>
internal sealed record StartRefused(string Reason) : StartResult;

/// <summary>The channel did not say: the same may be tried again.</summary>
internal sealed record StartUndecided(string Reason) : StartResult;

/// <summary>The application cannot use that product.</summary>
internal sealed record ProductUnavailable : StartResult;
