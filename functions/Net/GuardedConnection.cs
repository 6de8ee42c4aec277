using System.Net;
using System.Net.Sockets;

namespace PayFunctions.Net;

/// <summary>
/// Opens the connections of <see cref="GuardedClient"/>: the name is resolved once, every
/// answer is checked, and the socket is given one of those very addresses. A DNS that answers
/// differently the next time is not asked a next time.
/// </summary>
internal sealed class GuardedConnection(
    IResolveNames names, NetworkList allowed, TimeProvider time)
{
    /// <summary>A name with more addresses than this is refused.</summary>
    public const int AddressesMax = 64;

    /// <summary>How many of a name's addresses are tried.</summary>
    public const int ConnectsMax = 4;

    /// <summary>How long an address is waited for while there is another one to try.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The callback of <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ConnectionRefusal">No connection was made, and why.</exception>
    public async ValueTask<Stream> OpenAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var target = context.DnsEndPoint;
        var addresses = await ResolveAsync(target.Host, cancellation);
        foreach (var address in addresses)
        {
            var verdict = AddressRules.Check(address, allowed);
            if (!verdict.MayBeCalled())
            {
                throw new ConnectionRefusal(DeliveryOutcome.Refused, verdict);
            }
        }

        // IPv4 first: a host without a route for IPv6 would wait for nothing.
        IPAddress[] tried =
        [
            .. addresses
                .OrderBy(static one => one.AddressFamily == AddressFamily.InterNetworkV6)
                .Take(ConnectsMax),
        ];
        for (var i = 0; i < tried.Length; i++)
        {
            var endpoint = new IPEndPoint(tried[i], target.Port);
            if (await TryConnectAsync(endpoint, i == tried.Length - 1, cancellation) is { } stream)
            {
                return stream;
            }
        }

        throw new ConnectionRefusal(DeliveryOutcome.ConnectFailed);
    }

    private async Task<IReadOnlyList<IPAddress>> ResolveAsync(
        string host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [literal];
        }

        try
        {
            var addresses = await names.ResolveAsync(host, cancellation);
            return addresses.Count is > 0 and <= AddressesMax
                ? addresses
                : throw new ConnectionRefusal(DeliveryOutcome.DnsFailed);
        }
        catch (SocketException)
        {
            throw new ConnectionRefusal(DeliveryOutcome.DnsFailed);
        }
    }

    private async Task<Stream?> TryConnectAsync(
        IPEndPoint endpoint, bool isLast, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(
            isLast ? Timeout.InfiniteTimeSpan : Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation, patience.Token);
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
        };
        try
        {
            await socket.ConnectAsync(endpoint, both.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }
}
