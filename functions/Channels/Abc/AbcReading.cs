using System.Collections.Immutable;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// How the bank's words are understood where its documents leave it open; each is a setting.
/// </summary>
internal sealed record AbcReading
{
    /// <summary>Whether a notification is believed only after a question says the same.</summary>
    public required bool ConfirmsByQuery { get; init; }

    /// <summary>Whether status 03, requested and not settled, is paid.</summary>
    public required bool RequestedIsPaid { get; init; }

    /// <summary>
    /// Whether a refund that was taken is done, so that no question is asked about it.
    /// </summary>
    public required bool RefundIsDoneAtOnce { get; init; }

    /// <summary>AgentSignStatus of an agreement that is in force: samples have two.</summary>
    public required ImmutableSortedSet<string> SignedStatuses { get; init; }

    /// <summary>AgentSignStatus of an agreement that is over; none is documented.</summary>
    public required ImmutableSortedSet<string> EndedStatuses { get; init; }

    /// <summary>Further return codes that refuse for good.</summary>
    public required ImmutableSortedSet<string> RefusedCodes { get; init; }
}
