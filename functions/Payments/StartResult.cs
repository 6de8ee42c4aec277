using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Payments;

/// <summary>How opening a channel's page ended.</summary>
internal abstract record StartResult;

/// <summary>The payer's browser may go.</summary>
internal sealed record Started(PageHandover Handover) : StartResult;

/// <summary>It may not.</summary>
internal sealed record NotStarted(OrderRefusal Why) : StartResult;

/// <summary>The application cannot use that product.</summary>
internal sealed record ProductUnavailable : StartResult;
