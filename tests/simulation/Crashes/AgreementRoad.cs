namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>A road of an agreement.</summary>
/// <param name="Ends">How it may end: its debits and who ended it, in words.</param>
/// <param name="Walk">What happens on it.</param>
internal sealed record AgreementRoad(
    IReadOnlyList<string> Ends, Func<AgreementScenario, Task> Walk)
{
    /// <summary>A road with one end, crash or not.</summary>
    public static AgreementRoad To(string end, Func<AgreementScenario, Task> walk)
        => new([end], walk);
}
