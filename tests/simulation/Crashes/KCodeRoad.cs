namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>A road of a payment by card and code.</summary>
/// <param name="End">How it ends, crash or not: the order's state and its refunds.</param>
/// <param name="Walk">What happens on it.</param>
internal sealed record KCodeRoad(string End, Func<KCodeScenario, Task> Walk);
