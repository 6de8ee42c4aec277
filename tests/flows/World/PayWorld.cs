using PayFunctions.Sandbox.Azurite;
using PayFunctions.Sandbox.Launcher;
using PayFunctions.Sandbox.Shop;
using PayFunctions.Sdk;

namespace PayFunctions.Tests.Flows.World;

/// <summary>
/// Storage, the functions as a process, every channel's simulator, the demo shop and a merchant's
/// server, all on free loopback ports.
/// </summary>
internal sealed class PayWorld : IAsyncDisposable
{
    /// <summary>How many times faster than documented simulators notify again.</summary>
    private const double TimeScale = 240;

    private readonly Stack<IAsyncDisposable> parts = new();
    private readonly DataFolder folder = new();
    private readonly Dictionary<string, ChannelControl> controls = new(StringComparer.Ordinal);

    private PayWorld()
    {
        Gateway = Ports.Root(Ports.Reserve(0, "the gateway's port"));
        Keys = SandboxKeys.Of(folder.Of("data"));
        Http = new HttpClient(Wire);
    }

    /// <summary>The gateway's root.</summary>
    public Uri Gateway { get; }

    /// <summary>Every key of this world.</summary>
    public SandboxKeys Keys { get; }

    /// <summary>Keeps the signatures that pass it.</summary>
    public SignatureRecorder Wire { get; } = new();

    /// <summary>No redirects, no proxy.</summary>
    public HttpClient Http { get; }

    /// <summary>Storage.</summary>
    public AzuriteProcess Azurite { get; private set; } = null!;

    /// <summary>The functions.</summary>
    public FunctionsProcess Functions { get; private set; } = null!;

    /// <summary>Alipay's control interface.</summary>
    public ChannelControl Alipay => ControlOf("alipay");

    /// <summary>The demo shop.</summary>
    public DemoShop Shop { get; private set; } = null!;

    /// <summary>A merchant's server.</summary>
    public MerchantEndpoint Merchant { get; private set; } = null!;

    /// <summary>The merchant behind it.</summary>
    public MerchantClient Client { get; private set; } = null!;

    /// <summary>Begins everything; it answers when this returns.</summary>
    /// <param name="settings">Added to what the sandbox tells the functions.</param>
    public static async Task<PayWorld> BeginAsync(IReadOnlyDictionary<string, string> settings)
    {
        var world = new PayWorld();
        try
        {
            await world.StartAsync(settings, CancellationToken.None);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>The control interface of a channel's simulator.</summary>
    public ChannelControl ControlOf(string channel) => controls[channel];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }

        Http.Dispose();
        folder.Dispose();
    }

    private async Task StartAsync(
        IReadOnlyDictionary<string, string> settings, CancellationToken cancel)
    {
        Azurite = Kept(await Sandbox.Launcher.Storage.StartAsync(
            BuildFacts.AzuriteFolder, folder.Of("azurite"), TimeProvider.System, cancel));
        List<SandboxAccount> accounts = [];
        foreach (var channel in SandboxChannels.All)
        {
            accounts.AddRange(await StartAsync(channel, cancel));
        }

        Functions = Kept(new FunctionsProcess(
            FunctionsSettings.Of(Gateway, Azurite.ConnectionString, Keys)
                .Concat(settings).ToDictionary(StringComparer.Ordinal),
            Gateway, folder, Http));
        await Functions.StartAsync(cancel);

        var shop = new ShopOptions
        {
            Port = Ports.Reserve(0, "--shop-port"),
            Gateway = Gateway,
            PrivateKey = Keys.Private("shop"),
            Channels = [.. SandboxChannels.All.SelectMany(static c => c.Products)],
        };
        await new Operator(Http, Gateway, Keys.OperatorKey)
        {
            LoginUrl = new Uri(Ports.Root(shop.Port), ShopRoutes.LoginPath),
        }.RegisterAsync(shop.AppId, shop.KeyId, Keys.Public("shop"), accounts, cancel);
        Shop = Kept(await DemoShop.StartAsync(shop, cancel));
        Merchant = Kept(await MerchantEndpoint.StartAsync(cancel));
        Client = new MerchantClient(Http, Merchant, new PayOptions
        {
            AppId = shop.AppId,
            KeyId = shop.KeyId,
            Signer = SigningKey.FromPem(Keys.Private("shop")),
            Environment = PayEnvironment.Sandbox(Gateway),
        });
    }

    private async Task<SandboxAccount[]> StartAsync(
        SandboxChannel channel, CancellationToken cancel)
    {
        var port = Ports.Reserve(0, channel.PortOption);
        var account = channel.Account(Keys, Ports.Root(port));
        Kept(await channel.StartAsync(
            new(
                port, Keys, TimeScale, TimeProvider.System, Gateway, ShopOptions.DefaultAppId),
            cancel));
        controls.Add(channel.Name, new ChannelControl(Http, Ports.Root(port)));
        return channel.Wallet?.Invoke(Keys, Ports.Root(port)) is { } wallet
            ? [account, wallet]
            : [account];
    }

    private T Kept<T>(T part)
        where T : IAsyncDisposable
    {
        parts.Push(part);
        return part;
    }
}
