using PayFunctions.Sandbox.Shop;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Starts every part in order, keeps them, and ends them.</summary>
internal sealed class SandboxRun(SandboxOptions options, TextWriter output, TimeProvider time)
{
    /// <summary>How long a process may take to end what it is at, before it is killed.</summary>
    public static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(10);

    private const string ShopKey = "shop";

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SignalGrace = TimeSpan.FromSeconds(1);

    /// <summary>Runs until told to stop, or until the functions end.</summary>
    /// <exception cref="SandboxFailure">Something is missing or broke.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        var gateway = Ports.Root(Ports.Reserve(options.Port, "--port"));
        var shopPort = Ports.Reserve(options.ShopPort, "--shop-port");
        var ports = SandboxChannels.All.ToDictionary(
            static c => c, c => Ports.Reserve(options.PortOf(c), c.PortOption));
        var keys = SandboxKeys.Of(options.DataFolder);
        var accounts = ports.Select(p => p.Key.Account(keys, Ports.Root(p.Value))).ToList();

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
                new(port, keys, options.TimeScale, time), cancel));
        }

        await SayAsync("Starting the functions…");
        var functions = parts.Keep(
            ChildProcess.Start(
                "functions",
                ["dotnet", BuildFacts.FunctionsAssembly],
                FunctionsSettings.Of(gateway, storage.ConnectionString, keys),
                Path.Combine(options.DataFolder, "functions.log")),
            child => child.DrainAsync(DrainLimit, time));
        var shop = await OpenShopAsync(
            new()
            {
                Port = shopPort,
                Gateway = gateway,
                PrivateKey = keys.Private(ShopKey),
                Channels = [.. SandboxChannels.All.SelectMany(static c => c.Products)],
                Time = time,
            },
            functions, keys, accounts, parts, cancel);
        await SayAsync(Banner.Text(
            gateway, shop.Address,
            ports.Select(static p => KeyValuePair.Create(p.Key.Name, Ports.Root(p.Value))),
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
        using var client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectLimit,
        });
        await Readiness.WaitAsync(
            new Uri(shop.Gateway, "health"), functions, client, time, cancel);
        await new Operator(client, shop.Gateway, keys.OperatorKey).RegisterAsync(
            shop.AppId, shop.KeyId, keys.Public(ShopKey), accounts, cancel);
        var opened = parts.Keep(await DemoShop.StartAsync(shop, cancel));
        await SeedAsync(opened, cancel);
        return opened;
    }

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
