using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>A road of a payment.</summary>
/// <param name="Ends">
/// How the order ends: its state and its refunds, in words. The first is the end without a crash;
/// the others may come of one.
/// </param>
/// <param name="Walk">What happens on it.</param>
/// <param name="App">Whose order it is.</param>
internal sealed record Road(
    IReadOnlyList<string> Ends, Func<Scenario, Task> Walk, string App = Durable.Reviving)
{
    /// <summary>A road with one end, crash or not.</summary>
    public static Road To(
        string end, Func<Scenario, Task> walk, string app = Durable.Reviving)
        => new([end], walk, app);
}
