using PayFunctions.Tests.Flows.World;

[assembly: AssemblyFixture(typeof(SharedWorld))]
