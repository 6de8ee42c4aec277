namespace PayFunctions.Tests.Flows.Host;

/// <summary>The request goes wrong once: whoever makes it may make it again.</summary>
[Collection(GatewayHosts.Name)]
public sealed class OneFaultTests(GatewayHost gateway)
    : FaultTests(gateway, untilTheCallerGivesUp: false);
