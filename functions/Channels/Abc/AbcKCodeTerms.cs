using System.Collections.Immutable;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What an account's requests for payments by code say, and how the answers are understood, where
/// the bank's documents leave it open; each is a setting.
/// </summary>
internal sealed record AbcKCodeTerms
{
    /// <summary>PaymentType: whose cards are taken.</summary>
    public required string PaymentType { get; init; }

    /// <summary>PaymentLinkType: where the payer is.</summary>
    public required string LinkType { get; init; }

    /// <summary>
    /// Whether the members are named as by version 3.2 and later: CertificateNo and
    /// PaymentLinkType in place of CertificateID and PayLinkType.
    /// </summary>
    public required bool NamesAsLater { get; init; }

    /// <summary>
    /// Whether a payment that was taken is done, so that no question is asked about it.
    /// </summary>
    public required bool IsDoneAtOnce { get; init; }

    /// <summary>The return codes that say that a code was wrong: the documents name none.
    /// </summary>
    public required ImmutableSortedSet<string> WrongCodes { get; init; }
}
