using System.Net;
using System.Net.Sockets;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Loopback ports.</summary>
internal static class Ports
{
    // Below the ports that systems give to outgoing connections: nobody takes one of these between
    // its reservation and its use, or while what listens there is started again.
    private const int First = 20_000;
    private const int Count = 10_000;
    private const int Stride = 97;
    private const int TriesMax = 1_000;

    private static int next = Environment.ProcessId * Stride;

    /// <summary>The port itself, or a free one for 0; no port is given out twice.</summary>
    /// <exception cref="SandboxFailure">The port is taken.</exception>
    public static int Reserve(int port, string option)
    {
        if (port != 0)
        {
            return TryReserve(port) is { } taken
                ? throw new SandboxFailure(
                    $"Port {port} is taken: stop what listens there or choose another with "
                        + $"{option}.",
                    taken)
                : port;
        }

        for (var tries = 0; tries < TriesMax; tries++)
        {
            var candidate = First + (int)((uint)Interlocked.Increment(ref next) % Count);
            if (TryReserve(candidate) is null)
            {
                return candidate;
            }
        }

        throw new SandboxFailure(
            $"No port from {First} to {First + Count - 1} is free: choose one with {option}.");
    }

    private static SocketException? TryReserve(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return null;
        }
        catch (SocketException taken)
        {
            return taken;
        }
    }

    /// <summary>The loopback root with a port.</summary>
    public static Uri Root(int port) => new($"http://127.0.0.1:{port}/");
}
