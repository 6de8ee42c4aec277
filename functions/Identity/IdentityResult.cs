namespace PayFunctions.Identity;

/// <summary>How the wish for a check ended.</summary>
internal abstract record IdentityResult;

/// <summary>The check as it is now.</summary>
/// <param name="Verification">The check.</param>
/// <param name="IsNew">Whether this call made it.</param>
internal sealed record IdentityKnown(Verification Verification, bool IsNew) : IdentityResult;

/// <summary>The channel does not check it.</summary>
/// <param name="Reason">Its return code, where this call learned it.</param>
internal sealed record IdentityNotChecked(string? Reason) : IdentityResult;

/// <summary>The number was used for another check.</summary>
internal sealed record IdentityContentDiffers : IdentityResult;

/// <summary>The application asked for too many checks.</summary>
/// <param name="Wait">When it may ask again; null for never.</param>
internal sealed record IdentityLimited(TimeSpan? Wait) : IdentityResult;

/// <summary>The application cannot have that checked.</summary>
internal sealed record IdentityUnavailable : IdentityResult;

/// <summary>A member of the person is missing, or the channel cannot take it.</summary>
/// <param name="Member">Its name.</param>
/// <param name="IsMissing">Whether it is missing.</param>
internal sealed record IdentityMemberWrong(string Member, bool IsMissing) : IdentityResult;

/// <summary>Nothing can be checked now.</summary>
internal sealed record IdentityNotNow : IdentityResult;
