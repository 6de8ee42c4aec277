namespace PayFunctions.Channels;

/// <summary>What came of opening a channel's page or code.</summary>
internal abstract record PageOpening;

/// <summary>The payer's browser may go.</summary>
internal sealed record PageReady(PageHandover Handover) : PageOpening;

/// <summary>The payer may scan.</summary>
/// <param name="CodeUrl">What the code says; a QR code is made of it.</param>
internal sealed record CodeReady(string CodeUrl) : PageOpening;

/// <summary>The channel refuses, for good: this attempt will never be paid.</summary>
internal sealed record PageRefused(string Reason) : PageOpening;

/// <summary>Nothing was learned: the same request may be made again.</summary>
internal sealed record PageUnknown(string Reason) : PageOpening;
