namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>The process dies here: nothing in the gateway may catch it.</summary>
internal sealed class CrashException(string seam) : Exception($"The process died at {seam}.");
