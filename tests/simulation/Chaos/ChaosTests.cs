using System.Globalization;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Chaos;

/// <summary>
/// Random worlds. PAY_SIMULATION_SEEDS says how many (200 by itself), PAY_SIMULATION_FIRST where to
/// begin.
/// </summary>
public sealed class ChaosTests(KeyFolder keys, MerchantServer server)
{
    private const int Parts = 4;
    private const int SeedsThatSeeEverything = 40;
    private const int DiaryTail = 60;

    private static int Seeds => Setting("PAY_SIMULATION_SEEDS", otherwise: 200);

    private static int First => Setting("PAY_SIMULATION_FIRST", otherwise: 1);

    /// <summary>The first seed of each part.</summary>
    public static TheoryData<int> Begins => [.. Enumerable.Range(First, Math.Min(Parts, Seeds))];

    [Theory]
    [MemberData(nameof(Begins))]
    public async Task Whatever_happens_no_money_and_no_news_is_lost(int begin)
    {
        var tally = new Tally();
        var worlds = 0;
        for (var seed = begin; seed < First + Seeds; seed += Parts)
        {
            await RunAsync(seed, tally);
            worlds++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());
        if (worlds >= SeedsThatSeeEverything)
        {
            tally.ShouldHaveSeenEverything();
        }
    }

    private async Task RunAsync(int seed, Tally tally)
    {
        await using var world = new SimWorld(keys, server);
        var run = new ChaosRun(world, seed);
        try
        {
            await run.RunAsync();
            tally.Add(world);
        }
        catch (Exception e) when (e is ShouldAssertException or InvalidOperationException
            or ArgumentException)
        {
            throw new ShouldAssertException(
                $"Seed {seed}: {e.Message}{Environment.NewLine}"
                + string.Join(Environment.NewLine, run.Diary.TakeLast(DiaryTail)), e);
        }
    }

    private static int Setting(string name, int otherwise)
        => int.TryParse(
            Environment.GetEnvironmentVariable(name), NumberStyles.None,
            CultureInfo.InvariantCulture, out var value)
                ? value
                : otherwise;
}
