using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>
/// A small Key Vault on 127.0.0.1, over TLS, written from the service's REST documentation: keys
/// and versions, secrets, signing, the challenge, and whatever goes wrong on demand.
/// </summary>
public sealed class LoopbackVault : IAsyncDisposable
{
    private readonly VaultSettings settings;
    private readonly VaultKeys keys = new();
    private readonly VaultSecrets secrets;
    private readonly VaultTokens tokens = new();
    private readonly WebApplication server;

    private LoopbackVault(VaultSettings settings)
    {
        this.settings = settings;
        TenantId = settings.TenantId;
        Resource = settings.Resource;
        Certificate = VaultCertificate.Create(settings.Host, TimeProvider.System.GetUtcNow());
        var gate = new VaultGate(Requests, Faults, tokens, settings.Time);
        server = VaultServer.Build(Certificate);
        server.Use((context, next) => gate.PassAsync(
            context, new VaultIdentity(TenantId, Resource), () => next(context)));
        server.UseRouting();
        secrets = new VaultSecrets(Permissions);
        secrets.Map(server);
        new VaultReads(keys, Permissions, settings.PageSize).Map(server);
        new VaultSigning(keys, Permissions, settings.Time).Map(server);
    }

    /// <summary>Where clients are sent, with a trailing slash.</summary>
    public Uri VaultUri { get; private set; } = new("https://127.0.0.1/");

    /// <summary>What the vault shows to callers: trust it and nothing else.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The certificate as a process reads it from its <c>SSL_CERT_FILE</c>.</summary>
    public string CertificatePem => Certificate.ExportCertificatePem();

    /// <summary>The tenant whose tokens are taken; a vault can move to another one.</summary>
    public string TenantId { get; set; }

    /// <summary>What tokens must be for.</summary>
    public Uri Resource { get; set; }

    /// <summary>Everything that arrived.</summary>
    public VaultRequests Requests { get; } = new();

    /// <summary>What goes wrong next.</summary>
    public VaultFaults Faults { get; } = new();

    /// <summary>What callers may do.</summary>
    public VaultPermissions Permissions { get; } = new();

    /// <summary>Starts an empty vault on a free port.</summary>
    public static async Task<LoopbackVault> StartAsync(VaultSettings? settings = null)
    {
        var vault = new LoopbackVault(settings ?? new VaultSettings());
        await vault.server.StartAsync();
        var port = new Uri(vault.server.Urls.Single()).Port;
        vault.VaultUri = new UriBuilder(Uri.UriSchemeHttps, vault.settings.Host, port).Uri;
        return vault;
    }

    /// <summary>Makes a key, or the next version of one.</summary>
    public VaultKey CreateKey(string name, VaultKeySettings? like = null)
    {
        var key = new VaultKey(
            VaultUri, name, like ?? new VaultKeySettings(), settings.Time.GetUtcNow());
        keys.Add(key);
        return key;
    }

    /// <summary>Keeps a secret, or the next version of one.</summary>
    public VaultSecret CreateSecret(string name, string value)
    {
        var secret = new VaultSecret(VaultUri, name, value, settings.Time.GetUtcNow());
        secrets.Add(secret);
        return secret;
    }

    /// <summary>A credential whose tokens this vault takes.</summary>
    public VaultCredential CreateCredential() => new(tokens, settings.TenantId, settings.Time);

    /// <summary>A client that trusts this vault only and finds it under any name.</summary>
    public HttpClient CreateHttpClient() => VaultTrust.Client(Certificate, VaultUri.Port);

    /// <summary>The same for a client's options.</summary>
    public HttpPipelineTransport CreateTransport() => new HttpClientTransport(CreateHttpClient());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Certificate.Dispose();
        keys.Dispose();
    }

    internal string IssueToken(string audience) => tokens.Issue(TenantId, audience);
}
