using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>HTTP clients that trust this one certificate and reach this one port.</summary>
internal static class VaultTrust
{
    public static HttpClient Client(X509Certificate2 certificate, int port)
    {
        var fingerprint = certificate.GetCertHash(HashAlgorithmName.SHA256);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            ConnectCallback = (_, cancellation) => ConnectAsync(port, cancellation),
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, presented, _, errors) =>
                    !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
                    && presented is X509Certificate2 shown
                    && CryptographicOperations.FixedTimeEquals(
                        shown.GetCertHash(HashAlgorithmName.SHA256), fingerprint),
            },
        };
        return new HttpClient(handler, disposeHandler: true);
    }

    // Whatever the vault is called, it is here: names need no resolver.
    private static async ValueTask<Stream> ConnectAsync(int port, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var connected = false;
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellation);
            connected = true;
            return new NetworkStream(socket, ownsSocket: true);
        }
        finally
        {
            if (!connected)
            {
                socket.Dispose();
            }
        }
    }
}
