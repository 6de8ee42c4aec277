using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Net;

/// <summary>
/// The handler under <see cref="GuardedClient"/>, with everything off that would send bytes to
/// somebody else than the host that was checked.
/// </summary>
internal static class GuardedHandler
{
    private const int ConnectionsPerHostMax = 32;
    private const int HeadersKibibytesMax = 16;

    // A post gives up first; this ends connection attempts that no post waits for any more.
    private static readonly TimeSpan ConnectSlack = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IdleMax = TimeSpan.FromSeconds(30);

    /// <summary>A handler with a connection pool of its own.</summary>
    /// <param name="options">Times.</param>
    /// <param name="connection">Resolves, checks and connects.</param>
    /// <param name="roots">Certificates trusted in place of the machine's; null for the
    /// machine's.</param>
    public static SocketsHttpHandler Create(
        NetOptions options, GuardedConnection connection, X509Certificate2Collection? roots)
        => new()
        {
            ConnectCallback = connection.OpenAsync,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            Credentials = null,
            PreAuthenticate = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = options.Timeout + ConnectSlack,
            PooledConnectionLifetime = options.ConnectionLifetime,
            PooledConnectionIdleTimeout = IdleMax,
            MaxConnectionsPerServer = ConnectionsPerHostMax,
            MaxResponseHeadersLength = HeadersKibibytesMax,
            MaxResponseDrainSize = 0,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = Trust(roots),
            },
        };

    // A certificate may name URLs for its issuer and for revocation lists. Fetching them would
    // be a request to wherever the host pleases, past every check made here.
    private static X509ChainPolicy Trust(X509Certificate2Collection? roots)
    {
        var policy = new X509ChainPolicy
        {
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        if (roots is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(roots);
        }

        return policy;
    }
}
