using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>The one door through which every effect of the gateway goes.</summary>
internal sealed class Seam(ManualTimeProvider clock)
{
    private readonly List<DateTimeOffset> troubles = [];

    /// <summary>What goes wrong from now on.</summary>
    public IMishaps Mishaps { get; set; } = new NoMishaps();

    /// <summary>What somebody else does just before an effect, by the seam's name; once.</summary>
    public Dictionary<string, Func<Task>> Meanwhile { get; } = new(StringComparer.Ordinal);

    /// <summary>The seams whose next answer is lost after its effect.</summary>
    public HashSet<string> Lost { get; } = new(StringComparer.Ordinal);

    /// <summary>When something went wrong.</summary>
    public IReadOnlyList<DateTimeOffset> Troubles => troubles;

    /// <summary>When something went wrong last.</summary>
    public DateTimeOffset LastTroubleAt => troubles.Count == 0 ? default : troubles[^1];

    /// <summary>Something goes wrong now.</summary>
    public void Disturb() => troubles.Add(clock.GetUtcNow());

    /// <summary>Lets one effect happen, with what goes wrong around it.</summary>
    public async Task<T> CrossAsync<T>(string name, Func<Task<T>> effect)
    {
        var isWhole = false;
        try
        {
            clock.Advance(Mishaps.Latency());
            await Mishaps.BeforeAsync(name);
            if (Meanwhile.Remove(name, out var act))
            {
                await act();
            }

            var result = await effect();
            clock.Advance(Mishaps.Latency());
            await Mishaps.AfterAsync(name);
            if (Lost.Remove(name))
            {
                throw new HttpRequestException($"The answer of {name} is lost.");
            }

            isWhole = true;
            return result;
        }
        finally
        {
            if (!isWhole)
            {
                Disturb();
            }
        }
    }
}
