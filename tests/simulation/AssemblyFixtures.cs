using PayFunctions.Tests.Simulation.World;

[assembly: AssemblyFixture(typeof(MerchantServer))]
[assembly: AssemblyFixture(typeof(KeyFolder))]
