namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>The roads of a payment, by name.</summary>
internal static class Scenarios
{
    /// <summary>Every road.</summary>
    public static IReadOnlyDictionary<string, Road> All { get; } =
        PageRoads.All.Concat(RefundRoads.All).Concat(TillRoads.All).Concat(CancelRoads.All)
            .ToDictionary(StringComparer.Ordinal);
}
