using PayFunctions.Keys;

namespace PayFunctions.Tests.Conformance.Example;

/// <summary>An account, ready for use. A class without a ToString: it carries a secret.</summary>
internal sealed class ExampleAccount
{
    /// <summary>Our number at the channel.</summary>
    public required string Merchant { get; init; }

    /// <summary>The shared secret.</summary>
    public required Secret Key { get; init; }

    /// <summary>Where the channel answers, with a slash at the end.</summary>
    public required Uri Base { get; init; }
}
