using System.Collections.Immutable;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What an account's checks of persons say, and how the answers are understood, where the bank's
/// documents leave it open; each is a setting.
/// </summary>
internal sealed record AbcIdentityTerms
{
    /// <summary>CustomType: 0 or 1, of which the documents name no meaning.</summary>
    public required string CustomType { get; init; }

    /// <summary>PaymentLinkType: where the person is.</summary>
    public required string LinkType { get; init; }

    /// <summary>Whether CustomNo is our number of the check; else it is empty.</summary>
    public required bool SaysNumber { get; init; }

    /// <summary>The return codes that say that it is not the person: the documents name none.
    /// </summary>
    public required ImmutableSortedSet<string> DeniedCodes { get; init; }
}
