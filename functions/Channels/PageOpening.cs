namespace PayFunctions.Channels;

/// <summary>What came of opening a channel's page or code.</summary>
internal abstract record PageOpening;

/// <summary>The payer's browser may go.</summary>
internal sealed record PageReady(PageHandover Handover) : PageOpening;

/// <summary>The payer may scan.</summary>
/// <param name="CodeUrl">What the code says; a QR code is made of it.</param>
internal sealed record CodeReady(string CodeUrl) : PageOpening;

/// <summary>The payer's wallet may be opened.</summary>
/// <param name="Parameters">What it is opened with, in the channel's order and spelling.</param>
/// <param name="Bridge">How a page inside the wallet hands them over; null where only an
/// application can.</param>
internal sealed record WalletReady(
    IReadOnlyList<KeyValuePair<string, string>> Parameters, WalletBridge? Bridge) : PageOpening;

/// <summary>The channel refuses, for good: this attempt will never be paid.</summary>
internal sealed record PageRefused(string Reason) : PageOpening;

/// <summary>Nothing was learned: the same request may be made again.</summary>
internal sealed record PageUnknown(string Reason) : PageOpening;
