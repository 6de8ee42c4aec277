namespace PayFunctions.Tests.Flows.Host;

/// <summary>The request goes wrong until its caller gives up. In a world beside the others.
/// </summary>
public sealed class LastingFaultTests(GatewayHost gateway)
    : FaultTests(gateway, untilTheCallerGivesUp: true);
