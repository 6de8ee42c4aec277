namespace PayFunctions.Tests.Flows.Host;

/// <summary>The request goes wrong until its caller gives up.</summary>
public sealed class LastingFaultTests(GatewayHost gateway)
    : FaultTests(gateway, untilTheCallerGivesUp: true);
