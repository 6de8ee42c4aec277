using PayFunctions.Sandbox.Alipay;
using PayFunctions.Sandbox.Shop;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Starts every part in order, keeps them, and ends them.</summary>
internal sealed class SandboxRun(SandboxOptions options, TextWriter output, TimeProvider time)
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SignalGrace = TimeSpan.FromSeconds(1);

    /// <summary>Runs until told to stop, or until the functions end.</summary>
    /// <exception cref="SandboxFailure">Something is missing or broke.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        var gateway = Ports.Root(Ports.Reserve(options.Port, "--port"));
        var alipayPort = Ports.Reserve(options.AlipayPort, "--alipay-port");
        var shopPort = Ports.Reserve(options.ShopPort, "--shop-port");
        var keys = SandboxKeys.ReadOrMake(options.DataFolder);

        await SayAsync("Starting storage (the first time, npm installs Azurite)…");
        await using var storage = await Storage.StartAsync(
            BuildFacts.AzuriteFolder, Path.Combine(options.DataFolder, "azurite"), time, cancel);

        await SayAsync("Starting the functions…");
        using var client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectLimit,
        });
        await using var functions = ChildProcess.Start(
            "functions",
            ["dotnet", BuildFacts.FunctionsAssembly],
            FunctionsSettings.Of(
                gateway, Ports.Root(alipayPort), storage.ConnectionString, keys),
            Path.Combine(options.DataFolder, "functions.log"));
        await Readiness.WaitAsync(new Uri(gateway, "health"), functions, client, time, cancel);

        await using var alipay = await AlipaySimulator.StartAsync(Alipay(keys, alipayPort), cancel);
        var shopOptions = new ShopOptions
        {
            Port = shopPort,
            Gateway = gateway,
            PrivateKey = keys.ShopPrivate,
            Time = time,
        };
        await new Operator(client, gateway, keys.OperatorKey)
            .RegisterAsync(shopOptions.AppId, shopOptions.KeyId, keys.ShopPublic, cancel);
        await using var shop = await DemoShop.StartAsync(shopOptions, cancel);
        await SeedAsync(shop, cancel);

        await SayAsync(Banner.Text(gateway, shop.Address, alipay.Address, options.DataFolder));
        await UntilStoppedAsync(functions, cancel);
    }

    private AlipaySimulatorOptions Alipay(SandboxKeys keys, int port) => new()
    {
        Port = port,
        PrivateKey = keys.AlipayPrivate,
        Applications =
        [
            new(FunctionsSettings.AlipayAppId, keys.AlipayApplicationPublic,
                FunctionsSettings.AlipaySellerId),
        ],
        Time = time,
        TimeScale = options.TimeScale,
    };

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
