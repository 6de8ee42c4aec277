using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using PayFunctions.Tests.Kit.Vault;

namespace PayFunctions.Tests.Compat.Vault;

/// <summary>A vault of its own for each test, and clients that reach it.</summary>
public abstract class VaultTest : IAsyncLifetime
{
    private static int vaults;

    private readonly List<IDisposable> transports = [];
    private LoopbackVault? vault;

    protected LoopbackVault Vault => vault.ShouldNotBeNull();

    protected VaultCredential Credential { get; private set; } = null!;

    protected virtual VaultSettings Settings => new();

    public async ValueTask InitializeAsync()
    {
        // What a host said is remembered for the whole process, and ports come back.
        var number = Interlocked.Increment(ref vaults);
        var host = FormattableString.Invariant($"v{number}.vault.example");
        vault = await LoopbackVault.StartAsync(Settings with { Host = host });
        Credential = vault.CreateCredential();
    }

    public async ValueTask DisposeAsync()
    {
        transports.ForEach(transport => transport.Dispose());
        await Vault.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static byte[] Digest(int length = 32)
        => [.. Enumerable.Range(1, length).Select(number => (byte)number)];

    protected KeyClient Keys(Action<KeyClientOptions>? change = null)
    {
        var options = Reaching(
            new KeyClientOptions { DisableChallengeResourceVerification = true });
        change?.Invoke(options);
        return new KeyClient(Vault.VaultUri, Credential, options);
    }

    protected CryptographyClient Signer(
        VaultKey key, Action<CryptographyClientOptions>? change = null)
    {
        var options = Reaching(
            new CryptographyClientOptions { DisableChallengeResourceVerification = true });
        change?.Invoke(options);
        return new CryptographyClient(key.Id, Credential, options);
    }

    /// <summary>Retries at once: no test waits for a pause between them.</summary>
    private T Reaching<T>(T options)
        where T : ClientOptions
    {
        var transport = new HttpClientTransport(Vault.CreateHttpClient());
        transports.Add(transport);
        options.Transport = transport;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(2);
        return options;
    }
}
