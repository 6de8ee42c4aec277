namespace PayFunctions.Channels;

/// <summary>What an opening turned out to be.</summary>
internal abstract record LoginReading;

/// <summary>Genuine.</summary>
/// <param name="UserId">The wallet's user.</param>
/// <param name="Token">The user's session in the wallet; null when the wallet names none.</param>
/// <param name="RequestToken">What the wallet wants back with a payment; null for nothing.</param>
/// <param name="Digest">
/// 64 hexadecimal digits that are the same for the same message, however it is written, and from
/// which nobody without the channel's key learns anything; null for a message that is the same
/// each time it is meant, so that it cannot be taken once only.
/// </param>
internal sealed record GenuineLogin(
    string UserId, string? Token, string? RequestToken, string? Digest) : LoginReading
{
    /// <summary>Who the user is stays out of logs.</summary>
    public override string ToString() => nameof(GenuineLogin);
}

/// <summary>Refused.</summary>
internal sealed record LoginNotAccepted(NotificationRefusal Why) : LoginReading;
