using PayFunctions.Sandbox.Tenpay;
using PayFunctions.Tests.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Tenpay;

public sealed class TenpayGatewayControlTests : ControlConformance
{
    internal override async Task<ISimulatorWorld> StartAsync() => await TenpayWorld.StartAsync();
}

public sealed class TenpayOpenControlTests : ControlConformance
{
    internal override async Task<ISimulatorWorld> StartAsync()
        => await TenpayWorld.StartAsync(TenpayProfile.Open);
}

public sealed class TenpayGatewayFaultTests : FaultConformance
{
    internal override async Task<ISimulatorWorld> StartAsync() => await TenpayWorld.StartAsync();
}

public sealed class TenpayOpenFaultTests : FaultConformance
{
    internal override async Task<ISimulatorWorld> StartAsync()
        => await TenpayWorld.StartAsync(TenpayProfile.Open);
}
