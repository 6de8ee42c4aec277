namespace PayFunctions.Channels;

/// <summary>What a channel says of a person.</summary>
internal abstract record IdentityOutcome;

/// <summary>The person has to come to a page of the channel.</summary>
/// <param name="Reference">What the channel knows the check by.</param>
internal sealed record IdentityPageMade(string Reference) : IdentityOutcome;

/// <summary>It is the person.</summary>
internal sealed record IdentityConfirmed : IdentityOutcome;

/// <summary>It is not.</summary>
internal sealed record IdentityDenied : IdentityOutcome;

/// <summary>The channel does not check this, for good; the reason names nobody.</summary>
internal sealed record IdentityRefused(string Reason) : IdentityOutcome;

/// <summary>Nothing that decides; the reason names nobody.</summary>
internal sealed record IdentityUnknown(string Reason) : IdentityOutcome;
