using PayFunctions.Tests.Flows.World;

// Whole worlds wait for each other most of the time: more run at once than there are processors.
[assembly: CollectionBehavior(MaxParallelThreads = 6)]
[assembly: AssemblyFixture(typeof(BrowserFixture))]
