namespace PayFunctions.Tests.Flows.Host;

/// <summary>Tests that share a gateway with its storage and vault, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class GatewayHosts : ICollectionFixture<GatewayHost>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "one gateway host";
}
