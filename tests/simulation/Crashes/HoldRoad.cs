namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>A road of an amount that is held.</summary>
/// <param name="Ends">How it may end: its captures and what was let go, in words.</param>
/// <param name="Walk">What happens on it.</param>
internal sealed record HoldRoad(IReadOnlyList<string> Ends, Func<HoldScenario, Task> Walk)
{
    /// <summary>A road with one end, crash or not.</summary>
    public static HoldRoad To(string end, Func<HoldScenario, Task> walk) => new([end], walk);
}
