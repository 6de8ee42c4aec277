using PayFunctions.Channels;

namespace PayFunctions.Identity;

/// <summary>A channel's words in ours.</summary>
internal static class IdentityNews
{
    /// <summary>What is known after them.</summary>
    public static (VerificationState State, string? Reference) Of(IdentityOutcome outcome)
        => outcome switch
        {
            IdentityPageMade page => (VerificationState.Waiting, page.Reference),
            IdentityConfirmed => (VerificationState.Passed, null),
            IdentityDenied => (VerificationState.Failed, null),
            IdentityRefused => (VerificationState.NotChecked, null),
            IdentityUnknown => (VerificationState.Checking, null),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
}
