using System.Net;
using System.Net.Sockets;

namespace PayFunctions.Tests.Net;

/// <summary>A server that says bytes of which no web server would let go.</summary>
internal static class RawServer
{
    /// <summary>Takes one connection, reads a request, says the bytes and closes.</summary>
    public static Task AnswerOnceAsync(byte[] answer, out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return ServeAsync(listener, answer);
    }

    private static async Task ServeAsync(TcpListener listener, byte[] answer)
    {
        using (listener)
        {
            using var peer = await listener.AcceptTcpClientAsync();
            var stream = peer.GetStream();
            var request = new byte[8192];
            var length = 0;
            while (!request.AsSpan(0, length).EndsWith(A.Form.Span))
            {
                length += await stream.ReadAsync(request.AsMemory(length));
            }

            await stream.WriteAsync(answer);
        }
    }
}
