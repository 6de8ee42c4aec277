using System.Net;

namespace PayFunctions.Net;

/// <summary>Turns a host's name into addresses. A seam: tests answer as a hostile DNS would.
/// </summary>
internal interface IResolveNames
{
    /// <summary>All addresses of the name; none, or a
    /// <see cref="System.Net.Sockets.SocketException"/>, when it has none.</summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellation);
}

/// <summary>The machine's own resolver.</summary>
internal sealed class SystemNames : IResolveNames
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(
        string host, CancellationToken cancellation)
        => await Dns.GetHostAddressesAsync(host, cancellation);
}
