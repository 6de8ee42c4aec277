using PayFunctions.Tests.Kit;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
