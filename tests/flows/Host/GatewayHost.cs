using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PayFunctions.Host;
using PayFunctions.Sandbox.Alipay;
using PayFunctions.Sandbox.Azurite;
using PayFunctions.Sandbox.Launcher;
using PayFunctions.Tests.Flows.Host.Wire;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Kit.Vault;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>
/// The whole gateway in this process, with a storage of its own, a vault over TLS, Alipay's
/// simulator and a merchant: one world for some tests.
/// </summary>
public sealed class GatewayHost : IAsyncLifetime
{
    // Alipay's four minutes to its second notification are a tenth of a second here.
    private const double AlipaySpeed = 2400;

    private readonly Stack<IAsyncDisposable> parts = new();
    private IHost? host;
    private RecordingCredential? credential;

    /// <summary>Speaks to the gateway; follows no redirect.</summary>
    internal HttpClient Client { get; } = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        MaxConnectionsPerServer = 64,
    });

    /// <summary>Every request to storage and vault.</summary>
    internal WireLog Wire { get; } = new();

    /// <summary>Everything logged.</summary>
    internal LogLines Lines { get; } = new();

    /// <summary>The names of the functions that ran, in order.</summary>
    internal ConcurrentQueue<string> Executions { get; } = new();

    /// <summary>The keys of this world.</summary>
    internal HostKeys Keys { get; } = new();

    /// <summary>The Agricultural Bank.</summary>
    internal AbcBank Bank { get; private set; } = null!;

    /// <summary>Where the merchant is told.</summary>
    internal MerchantEndpoint Endpoint { get; private set; } = null!;

    /// <summary>The merchant.</summary>
    internal Merchant Merchant { get; private set; } = null!;

    /// <summary>The payer.</summary>
    internal Payer Payer { get; private set; } = null!;

    /// <summary>Where the storage is.</summary>
    internal string Storage { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var azurite = Own(await AzuriteProcess.StartAsync(
            RepositoryRoot.Of("sandbox", "Azurite"), null, TimeProvider.System,
            CancellationToken.None));
        Storage = azurite.ConnectionString;
        var vault = Own(await LoopbackVault.StartAsync());
        vault.CreateKey("gateway", new() { Material = Keys.Gateway.ExportParameters(true) });
        vault.CreateKey("alipay-main", new() { Material = Keys.AlipayMain.ExportParameters(true) });
        var alipay = Own(await AlipaySimulator.StartAsync(new AlipaySimulatorOptions
        {
            PrivateKey = Keys.Alipay.ExportPkcs8PrivateKeyPem(),
            TimeScale = AlipaySpeed,
            Applications =
            [
                new(
                    HostSettings.AlipayAppId, HostKeys.PublicOf(Keys.AlipayMain),
                    HostSettings.SellerId),
            ],
        }));
        Bank = Own(await AbcBank.StartAsync(vault));
        Endpoint = Own(await MerchantEndpoint.StartAsync());

        Client.BaseAddress = Ports.Root(Ports.Reserve(0, "gateway"));
        credential = new RecordingCredential(vault.CreateCredential());
        host = Build(HostSettings.Of(
            Client.BaseAddress, vault.VaultUri, Storage, Keys), vault);
        await host.StartAsync();
        await new Operator(Client, Client.BaseAddress, Keys.FunctionKey).RegisterAsync(
            Merchant.AppId, Merchant.KeyId, HostKeys.PublicOf(Keys.Merchant),
            [
                HostSettings.AccountOf("main", HostSettings.SellerId, alipay.GatewayUri, Keys),
                HostSettings.AccountOf(
                    "other", HostSettings.OtherSellerId, alipay.GatewayUri, Keys),
                Bank.Account(),
            ],
            CancellationToken.None);
        Merchant = new Merchant(Client, Keys.Merchant, Endpoint.NotifyUrl);
        Payer = new Payer(Client, alipay.Address);
    }

    /// <summary>No line of the log tells a secret.</summary>
    internal void ShouldHaveToldNoSecret()
    {
        var search = new SecretSearch(
        [
            .. Keys.Secrets(), .. credential!.Tokens, AzuriteProcess.AccountKey,
        ]);
        credential.Tokens.ShouldNotBeEmpty();
        Lines.All.ShouldNotBeEmpty();
        search.TellingLines(Lines.All).ShouldBeEmpty();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            Wire.Release();
            await host.StopAsync();
            host.Dispose();
        }

        while (parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }

        Client.Dispose();
        Keys.Dispose();
    }

    private T Own<T>(T part)
        where T : IAsyncDisposable
    {
        parts.Push(part);
        return part;
    }

    private IHost Build(Dictionary<string, string?> settings, LoopbackVault vault)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.ConfigureFunctionsWebApplication();
        builder.Use(next => context =>
        {
            Executions.Enqueue(context.FunctionDefinition.Name);
            return next(context);
        });
        HostParts.Add(builder.Services, vault, credential!, Wire);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(Lines);
        builder.Services.AddGateway(builder.Configuration);
        return builder.Build();
    }
}
