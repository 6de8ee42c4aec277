namespace PayFunctions.Tests.Simulation.World;

/// <summary>A message in a simulated queue.</summary>
internal sealed record SimMessage(
    string Id, string Receipt, string Body, DateTimeOffset VisibleAt, int DequeueCount);
