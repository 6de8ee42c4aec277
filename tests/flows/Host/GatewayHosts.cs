namespace PayFunctions.Tests.Flows.Host;

/// <summary>Whole gateways, one at a time: each has a storage emulator and a vault.</summary>
[CollectionDefinition(Name)]
public sealed class GatewayHosts
{
    /// <summary>The collection's name.</summary>
    public const string Name = "gateway hosts";
}
