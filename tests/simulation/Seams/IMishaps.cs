namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>What goes wrong where the gateway meets the world.</summary>
internal interface IMishaps
{
    /// <summary>How long half a crossing takes.</summary>
    TimeSpan Latency();

    /// <summary>Before the effect: throwing here means it never happened.</summary>
    Task BeforeAsync(string seam);

    /// <summary>After the effect: throwing here means that its answer was lost.</summary>
    Task AfterAsync(string seam);
}
