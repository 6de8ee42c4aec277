using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// Connections to channels: one pool for all, and one for each client certificate, so that no
/// request travels on a connection that another merchant's certificate opened. Such a pool lives
/// as long as somebody holds the certificate's instance.
/// </summary>
/// <param name="limits">Times.</param>
/// <param name="roots">Certificates trusted in place of the machine's; null for the machine's.
/// </param>
internal sealed class ChannelConnections(
    IOptions<ChannelLimits> limits, X509Certificate2Collection? roots = null) : IDisposable
{
    private const int ConnectionsPerHostMax = 64;
    private const int HeadersKibibytesMax = 16;

    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    private readonly HttpMessageInvoker plain = Create(limits.Value, roots, certificate: null);
    private readonly ConditionalWeakTable<X509Certificate2, HttpMessageInvoker> certified = [];

    /// <summary>The pool for requests that show this certificate, or none.</summary>
    public HttpMessageInvoker For(X509Certificate2? certificate)
        => certificate is null
            ? plain
            : certified.GetValue(certificate, known => Create(limits.Value, roots, known));

    /// <inheritdoc/>
    public void Dispose()
    {
        plain.Dispose();
        foreach (var (_, pool) in certified)
        {
            pool.Dispose();
        }
    }

    private static HttpMessageInvoker Create(
        ChannelLimits limits, X509Certificate2Collection? roots, X509Certificate2? certificate)
        => new(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,  // traces of ours are nothing for channels
            ConnectTimeout = limits.ConnectTimeout,
            PooledConnectionLifetime = ConnectionLife,
            MaxConnectionsPerServer = ConnectionsPerHostMax,
            MaxResponseHeadersLength = HeadersKibibytesMax,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = Trust(roots),
                ClientCertificateContext = certificate is null
                    ? null
                    : SslStreamCertificateContext.Create(
                        certificate, additionalCertificates: null, offline: true),
            },
        });

    private static X509ChainPolicy? Trust(X509Certificate2Collection? roots)
    {
        if (roots is null)
        {
            return null;
        }

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }
}
