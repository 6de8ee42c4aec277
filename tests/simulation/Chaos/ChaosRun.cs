using PayFunctions.Host;
using PayFunctions.Tests.Simulation.Seams;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Chaos;

/// <summary>
/// A few orders, some hundred random steps of merchants, tills, payers, the channels and time, with
/// everything failing now and then; then everything works again and time runs to the end.
/// </summary>
internal sealed class ChaosRun
{
    private const int Steps = 220;

    private static readonly MerchantReply[] Replies = Enum.GetValues<MerchantReply>();

    private readonly SimWorld world;
    private readonly ChaosMishaps mishaps;
    private readonly Invariants invariants;
    private readonly Scene scene;
    private readonly MerchantActs merchant;
    private readonly PayerActs payer;
    private readonly TillActs till;
    private readonly ChannelMoods channels;

    /// <summary>Everything that happens follows from the seed.</summary>
    public ChaosRun(SimWorld world, int seed)
    {
        this.world = world;
        var chance = new Random(seed);
        scene = new Scene(world, chance);
        mishaps = new ChaosMishaps(chance, InterfereAsync, scene.Note);
        invariants = new Invariants(world);
        merchant = new MerchantActs(scene);
        payer = new PayerActs(scene);
        till = new TillActs(scene);
        channels = new ChannelMoods(scene);
        channels.BeMoody();
        Durable.Door.Mishaps = mishaps;
        Durable.Merchant.NextReply = Reply;
        world.AfterStep = invariants.HoldNow;
    }

    /// <summary>What happened, for whoever looks for the cause of a failure.</summary>
    public IReadOnlyList<string> Diary => scene.Diary;

    private Durable Durable => world.Durable;

    /// <summary>Runs it all.</summary>
    public async Task RunAsync()
    {
        for (var step = 0; step < Steps; step++)
        {
            if (step % 20 == 0)
            {
                ChangeTheWeather();
            }

            await DareAsync(ActAsync);
            await PassTimeAsync();
            invariants.HoldNow();
        }

        scene.Note("calm");
        (mishaps.Deaths, mishaps.Failures, mishaps.Interferences) = (0, 0, 0);
        channels.BeGood();
        Durable.Merchant.NextReply = static () => MerchantReply.Accept;
        await world.RunToQuietAsync();
        await invariants.HoldAtTheEndAsync();
        invariants.NothingSpins();
    }

    private void ChangeTheWeather()
        => (mishaps.Deaths, mishaps.Failures, mishaps.Interferences) = scene.Next(4) switch
        {
            0 => (0, 0, 300),
            1 => (30, 100, 300),
            2 => (60, 800, 600),
            _ => (0, 0, 0),
        };

    private MerchantReply Reply() => scene.OneIn(3) ? MerchantReply.Accept : scene.Pick(Replies);

    /// <summary>In the middle of somebody's call: another caller, or another message.</summary>
    private async Task InterfereAsync()
    {
        try
        {
            await DareCallAsync(scene.OneIn(2) ? ActAsync : world.HandOutAsync);
        }
        catch (CrashException e) when (scene.OneIn(2))
        {
            scene.Note($"another instance: {e.Message}");
        }
    }

    private async Task DareAsync(Func<Task> act)
    {
        try
        {
            await DareCallAsync(act);
        }
        catch (CrashException e)
        {
            scene.Note(e.Message);
            await world.RestartAsync();
        }
    }

    private async Task DareCallAsync(Func<Task> act)
    {
        world.Stir();
        try
        {
            await act();
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            scene.Note($"  trouble: {e.Message}");
        }
    }

    private Task ActAsync() => (scene.PickOrder(), scene.Next(40)) switch
    {
        (null, _) or (_, < 2) => merchant.CreateAsync(),
        (_, < 6) => till.ChargeAsync(),
        ({ } order, < 13) => payer.OpenAsync(order),
        ({ } order, < 21) => payer.PayAsync(order),
        ({ } order, < 22) => payer.GiveUpAsync(order),
        ({ } order, < 25) => merchant.QueryAsync(order),
        ({ } order, < 26) => merchant.CloseAsync(order),
        ({ } order, < 27) => merchant.CancelAsync(order),
        ({ } order, < 32) => merchant.RefundAsync(order),
        ({ } order, < 33) => merchant.QueryRefundAsync(order),
        ({ } order, < 36) => merchant.ResendAsync(order),
        _ => channels.TellAgainAsync(),
    };

    private async Task PassTimeAsync()
    {
        var now = Durable.Clock.GetUtcNow();
        switch (scene.Next(10))
        {
            case < 3:
                break;
            case < 6:
                await world.RunUntilAsync(now + TimeSpan.FromSeconds(scene.Next(120)));
                break;
            case < 8:
                await world.RunUntilAsync(now + TimeSpan.FromMinutes(scene.Next(90)));
                break;
            case 8:
                // Nobody is served for a while.
                Durable.Clock.Advance(TimeSpan.FromMinutes(scene.Next(60)));
                Durable.Door.Disturb();
                break;
            default:
                await world.RunUntilAsync(now + TimeSpan.FromHours(scene.Next(30)));
                break;
        }
    }
}
