namespace PayFunctions.Channels;

/// <summary>What a channel's notification about a check turned out to be.</summary>
internal abstract record IdentityReading;

/// <summary>
/// Genuine, and a success. It does not say which check it is about: whoever asked has to hold it
/// against what was asked.
/// </summary>
/// <param name="Name">The name of the person who was checked.</param>
/// <param name="Said">What else it says of the person, by the members of <see cref="Person"/>.
/// </param>
internal sealed record GenuineIdentity(
    string Name, IReadOnlyDictionary<string, string> Said) : IdentityReading
{
    /// <summary>A mask.</summary>
    public override string ToString() => nameof(GenuineIdentity);
}

/// <summary>Genuine, and no success.</summary>
internal sealed record UninterestingIdentity(string Reason) : IdentityReading;

/// <summary>Refused: nothing moves.</summary>
internal sealed record IdentityNotAccepted(NotificationRefusal Why) : IdentityReading;
