using PayFunctions.Tests.Simulation.Seams;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>
/// Walks a road once without trouble, and then again with one crash before and one after each
/// crossing into the world.
/// </summary>
internal static class EveryCrossing
{
    private const int FewestOfARoad = 4;

    /// <summary>Walks; the first crash that is not survived fails the test.</summary>
    /// <param name="road">Its name.</param>
    /// <param name="walk">Walks it once; what was crossed.</param>
    public static async Task CrashAsync(
        string road, Func<OneCrash, Task<IReadOnlyList<string>>> walk)
    {
        var untroubled = await walk(new OneCrash(crossing: 0, afterEffect: false));

        untroubled.Count.ShouldBeGreaterThan(FewestOfARoad);
        for (var crossing = 1; crossing <= untroubled.Count; crossing++)
        {
            foreach (var afterEffect in (bool[])[false, true])
            {
                var crash = new OneCrash(crossing, afterEffect);
                await SurviveAsync(
                    $"{road}, crash {(afterEffect ? "after" : "before")} crossing {crossing}",
                    walk, crash);
            }
        }
    }

    private static async Task SurviveAsync(
        string what, Func<OneCrash, Task<IReadOnlyList<string>>> walk, OneCrash crash)
    {
        try
        {
            await walk(crash);
        }
        catch (ShouldAssertException e)
        {
            throw new ShouldAssertException(
                $"{what} of {string.Join(", ", crash.Crossed)}: {e.Message}", e);
        }
    }
}
