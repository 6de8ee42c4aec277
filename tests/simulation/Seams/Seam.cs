using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>The one door through which every effect of the gateway goes.</summary>
internal sealed class Seam(ManualTimeProvider clock)
{
    /// <summary>What goes wrong from now on.</summary>
    public IMishaps Mishaps { get; set; } = new NoMishaps();

    /// <summary>Lets one effect happen, with what goes wrong around it.</summary>
    public async Task<T> CrossAsync<T>(string name, Func<Task<T>> effect)
    {
        clock.Advance(Mishaps.Latency());
        await Mishaps.BeforeAsync(name);
        var result = await effect();
        clock.Advance(Mishaps.Latency());
        await Mishaps.AfterAsync(name);
        return result;
    }
}
