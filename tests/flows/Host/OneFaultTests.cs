namespace PayFunctions.Tests.Flows.Host;

/// <summary>The request goes wrong once: whoever makes it may make it again.</summary>
public sealed class OneFaultTests(GatewayHost gateway)
    : FaultTests(gateway, untilTheCallerGivesUp: false);
