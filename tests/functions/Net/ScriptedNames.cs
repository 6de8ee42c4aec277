using System.Net;
using System.Net.Sockets;
using PayFunctions.Net;

namespace PayFunctions.Tests.Net;

/// <summary>A DNS that gives one prepared answer after the other, and the last one again.</summary>
internal sealed class ScriptedNames(params string[][] answers) : IResolveNames
{
    private int asked;

    /// <summary>How often it was asked.</summary>
    public int Asked => Volatile.Read(ref asked);

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(
        string host, CancellationToken cancellation)
    {
        var index = Math.Min(Interlocked.Increment(ref asked), answers.Length) - 1;
        return Task.FromResult<IReadOnlyList<IPAddress>>(
            [.. answers[index].Select(IPAddress.Parse)]);
    }
}

/// <summary>A DNS that knows no name.</summary>
internal sealed class NoNames : IResolveNames
{
    public Task<IReadOnlyList<IPAddress>> ResolveAsync(
        string host, CancellationToken cancellation)
        => throw new SocketException((int)SocketError.HostNotFound);
}

/// <summary>A DNS that says when it was asked, and never answers.</summary>
internal sealed class SilentNames(Action asked) : IResolveNames
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(
        string host, CancellationToken cancellation)
    {
        asked();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        return [];
    }
}
