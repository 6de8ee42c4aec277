namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>An account of the simulated channel; it needs no settings.</summary>
internal sealed record SimAccount(string Name);
