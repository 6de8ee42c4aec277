using System.Collections.Immutable;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// An account, ready for use. A class without a ToString: it holds a private key.
/// </summary>
internal sealed class AbcAccount
{
    /// <summary>The name in routes and orders.</summary>
    public required string Name { get; init; }

    /// <summary>The merchant's number at the bank, 15 digits.</summary>
    public required string MerchantId { get; init; }

    /// <summary>Signs what we say.</summary>
    public required Pkcs12Key Key { get; init; }

    /// <summary>Verifies what the bank says.</summary>
    public required AbcBankKey BankKey { get; init; }

    /// <summary>Where requests go.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>
    /// The charset of requests. Answers and notifications are GBK in any case.
    /// </summary>
    public required TextCharset Charset { get; init; }

    /// <summary>Hosts, with all below them, that a payer may be sent to.</summary>
    public required ImmutableArray<string> PageHosts { get; init; }

    /// <summary>What requests say about payments and refunds.</summary>
    public required AbcTerms Terms { get; init; }

    /// <summary>The same of payments by code.</summary>
    public required AbcKCodeTerms KCode { get; init; }

    /// <summary>How checks of persons are spelt and understood.</summary>
    public required AbcIdentityTerms Identity { get; init; }

    /// <summary>How the bank's words are understood.</summary>
    public required AbcReading Reading { get; init; }
}
