using PayFunctions.Orders;

namespace PayFunctions.Identity;

/// <summary>
/// One check of a person. Of the person there are keyed hashes alone, and what the channel knows
/// the check by goes once there is a verdict.
/// </summary>
internal sealed record Verification
{
    /// <summary>The verification_id: like an order's, and nobody can guess it.</summary>
    public required OrderId Id { get; init; }

    /// <summary>The merchant's application.</summary>
    public required string AppId { get; init; }

    /// <summary>The merchant's number.</summary>
    public required string OutVerifyNo { get; init; }

    /// <summary>The product.</summary>
    public required string Product { get; init; }

    /// <summary>The channel's account.</summary>
    public required string Account { get; init; }

    /// <summary>Who is to be checked.</summary>
    public required PersonDigests Person { get; init; }

    /// <summary>Where the person goes afterwards; null for a check without a page.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on nobody waits any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What is known.</summary>
    public VerificationState State { get; init; }

    /// <summary>How often the channel was asked to check: part of the number it sees.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>When it was asked last.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>What the channel knows a page by; null where there is none, or none any more.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>When there was a verdict.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Whether nothing changes it any more.</summary>
    public bool IsOver
        => State is VerificationState.Passed or VerificationState.Failed
            or VerificationState.NotChecked;

    /// <summary>The number the channel sees.</summary>
    public ChannelOrderNo Number => new(Id, Tries);
}
