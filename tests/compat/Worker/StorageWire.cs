using System.Collections.Concurrent;
using System.Threading.Channels;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;

namespace PayFunctions.Tests.Compat.Worker;

/// <summary>Sees every answered request of the pump to the service.</summary>
internal sealed class StorageWire : HttpPipelineSynchronousPolicy
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<string> answered = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> all = new();

    /// <summary>Method, path and query, and status of each request so far.</summary>
    public IReadOnlyCollection<string> All => all;

    public void Join(QueueClientOptions options)
        => options.AddPolicy(this, HttpPipelinePosition.PerRetry);

    public override void OnReceivedResponse(HttpMessage message)
    {
        var line = $"{message.Request.Method} {message.Request.Uri.PathAndQuery} "
            + message.Response.Status;
        all.Enqueue(line);
        answered.Writer.TryWrite(line);
    }

    /// <summary>The next request of this method, waited for.</summary>
    public async Task<string> NextAsync(RequestMethod method)
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        while (true)
        {
            var line = await answered.Reader.ReadAsync(limit.Token);
            if (line.StartsWith($"{method} ", StringComparison.Ordinal))
            {
                return line;
            }
        }
    }
}
