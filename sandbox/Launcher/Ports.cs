using System.Net;
using System.Net.Sockets;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Loopback ports.</summary>
internal static class Ports
{
    /// <summary>The port itself, or a free one for 0.</summary>
    /// <exception cref="SandboxFailure">The port is taken.</exception>
    public static int Reserve(int port, string option)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException taken)
        {
            throw new SandboxFailure(
                $"Port {port} is taken: stop what listens there or choose another with {option}.",
                taken);
        }
    }

    /// <summary>The loopback root with a port.</summary>
    public static Uri Root(int port) => new($"http://127.0.0.1:{port}/");
}
