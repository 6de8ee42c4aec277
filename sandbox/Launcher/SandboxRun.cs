using PayFunctions.Host;
using PayFunctions.Sandbox.Day;
using PayFunctions.Sandbox.Shop;
using PayFunctions.Sandbox.Simulation;
using PayFunctions.Sandbox.Tenpay;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Starts every part in order, keeps them, and ends them.</summary>
internal sealed class SandboxRun(SandboxOptions options, TextWriter output, TimeProvider time)
{
    /// <summary>How long a process may take to end what it is at, before it is killed.</summary>
    public static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(10);

    private const string ShopKey = "shop";
    private const int DayFeeBasisPoints = 60;

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SignalGrace = TimeSpan.FromSeconds(1);

    /// <summary>Runs until told to stop, or until the functions end.</summary>
    /// <exception cref="SandboxFailure">Something is missing or broke.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var clock = options.Day is null ? null : BeginDay();
        var world = clock ?? time;
        var gateway = Ports.Root(Ports.Reserve(options.Port, "--port"));
        var shopPort = Ports.Reserve(options.ShopPort, "--shop-port");
        var ports = SandboxChannels.All.ToDictionary(
            static c => c, c => Ports.Reserve(options.PortOf(c), c.PortOption));
        var keys = SandboxKeys.Of(options.DataFolder);
        var accounts = ports.Select(p => p.Key.Account(keys, Ports.Root(p.Value))).ToList();
        var wallets = ports
            .Select(p => p.Key.Wallet?.Invoke(keys, Ports.Root(p.Value)))
            .OfType<SandboxAccount>();

        await using var parts = new Parts();
        await SayAsync("Starting storage (the first time, npm installs Azurite)…");
        var storage = parts.Keep(
            await Storage.StartAsync(
                BuildFacts.AzuriteFolder, Path.Combine(options.DataFolder, "azurite"), time,
                cancel),
            azurite => azurite.DrainAsync(DrainLimit, time));
        foreach (var (channel, port) in ports)
        {
            parts.Keep(await channel.StartAsync(
                new(
                    port, keys, options.Day?.Pace ?? options.TimeScale, world, gateway,
                    ShopOptions.DefaultAppId),
                cancel));
        }

        await SayAsync("Starting the functions…");
        var functions = parts.Keep(
            ChildProcess.Start(
                "functions",
                ["dotnet", BuildFacts.FunctionsAssembly],
                FunctionsSettings.Of(
                    gateway, storage.ConnectionString, keys, ClockFile, options.Day?.Pace),
                Path.Combine(options.DataFolder, "functions.log")),
            child => child.DrainAsync(DrainLimit, time));
        var shop = await OpenShopAsync(
            new()
            {
                Port = shopPort,
                Gateway = gateway,
                PrivateKey = keys.Private(ShopKey),
                Channels = [.. SandboxChannels.All.SelectMany(static c => c.Products)],
                Time = world,
            },
            functions, keys, [.. accounts, .. wallets], parts, cancel);
        if (clock is not null)
        {
            await PlayDayAsync(clock, gateway, shop.Address, ports, keys, accounts, cancel);
        }

        await SayAsync(Banner.Text(
            gateway, shop.Address,
            ports.Select(static p => KeyValuePair.Create(p.Key.Name, Ports.Root(p.Value))),
            ports.Where(static p => p.Key.Wallet is not null)
                .Select(static p => new Uri(Ports.Root(p.Value), WalletDesk.Path)),
            options.DataFolder));
        await UntilStoppedAsync(functions, cancel);
    }

    /// <summary>Once the functions answer, the shop is registered with them and opened.</summary>
    private async Task<DemoShop> OpenShopAsync(
        ShopOptions shop,
        ChildProcess functions,
        SandboxKeys keys,
        IReadOnlyList<SandboxAccount> accounts,
        Parts parts,
        CancellationToken cancel)
    {
        using var client = NewClient();
        await Readiness.WaitAsync(
            new Uri(shop.Gateway, "health"), functions, client, time, cancel);
        var operatorOfGateway = new Operator(client, shop.Gateway, keys.OperatorKey)
        {
            FeeBasisPoints = options.Day is null ? 0 : DayFeeBasisPoints,
            LoginUrl = new Uri(Ports.Root(shop.Port), ShopRoutes.LoginPath),
        };
        await operatorOfGateway.RegisterAsync(
            shop.AppId, shop.KeyId, keys.Public(ShopKey), accounts, cancel);
        var opened = parts.Keep(await DemoShop.StartAsync(shop, cancel));
        await SeedAsync(opened, cancel);
        return opened;
    }

    /// <summary>The file that holds the clock of a day.</summary>
    private string? ClockFile
        => options.Day is null ? null : Path.Combine(options.DataFolder, "clock");

    /// <summary>Yesterday in Beijing, from midnight on, in a folder of its own that is begun anew:
    /// keys stay, orders do not.</summary>
    private RehearsalClock BeginDay()
    {
        var orders = Path.Combine(options.DataFolder, "azurite");
        if (Directory.Exists(orders))
        {
            Directory.Delete(orders, recursive: true);
        }

        Directory.CreateDirectory(options.DataFolder);
        var clock = new RehearsalClock(ClockFile!);
        clock.MoveTo(StartOfDay);
        return clock;
    }

    private DateTimeOffset StartOfDay
        => BeijingTime.Midnight(time.GetUtcNow()).AddDays(-2);

    private async Task PlayDayAsync(
        RehearsalClock clock,
        Uri gateway,
        Uri shop,
        IReadOnlyDictionary<SandboxChannel, int> ports,
        SandboxKeys keys,
        IReadOnlyList<SandboxAccount> accounts,
        CancellationToken cancel)
    {
        var day = options.Day!;
        using var client = NewClient();
        var start = BeijingTime.Midnight(clock.GetUtcNow()).AddDays(-1);
        var played = new BusinessDay(
            day, start, clock, client, shop,
            ports.ToDictionary(
                static p => p.Key.Name, static p => Ports.Root(p.Value), StringComparer.Ordinal));
        await SayAsync($"Playing {start:yyyy-MM-dd}: {day.Orders} orders…");
        await played.PlayAsync(
            DayPlan.Draw(
                day,
                [
                    .. SandboxChannels.All.SelectMany(static c => c.Products)
                        .Where(static p => p.Kind != ShopChannelKind.Barcode),
                ]),
            cancel);
        await SayAsync("Closing it…");
        var report = await new CloseBusinessDay(
            played, start, clock,
            new DayBooks(
                client, gateway, keys.OperatorKey, DateOnly.FromDateTime(start.DateTime)),
            accounts,
            [.. SandboxChannels.All.Where(static c => !c.HasBill).Select(static c => c.Name)],
            new ShopOptions { Gateway = gateway, PrivateKey = "" }.AppId).RunAsync(cancel);
        await SayAsync(report.ToString());
        if (report.Trouble is { } trouble)
        {
            throw new SandboxFailure($"The day does not close. {trouble}");
        }
    }

    private static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        ConnectTimeout = ConnectLimit,
    });

    private async Task SeedAsync(DemoShop shop, CancellationToken cancel)
    {
        if (options.SeedOrders == 0)
        {
            return;
        }

        await SayAsync($"Creating {options.SeedOrders} orders…");
        if (await shop.SeedAsync(options.SeedOrders, cancel) is { } problem)
        {
            throw new SandboxFailure($"An order was refused: {problem.Code}, {problem.Detail}");
        }
    }

    /// <summary>A signal reaches the children too; their end is then no failure.</summary>
    private async Task UntilStoppedAsync(ChildProcess functions, CancellationToken cancel)
    {
        var failure = await functions.EndAsync(cancel);
        await Task.Delay(SignalGrace, time, cancel);
        throw failure;
    }

    private Task SayAsync(string text) => output.WriteLineAsync(text);
}
