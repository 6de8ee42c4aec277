using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>
/// The service's client over a simulated queue: what our stores call, and no more.
/// </summary>
internal sealed class SimQueueClient(string name, SimQueue queue, Seam seam) : QueueClient
{
    private const int StatusNotFound = 404;

    /// <inheritdoc/>
    public override Task<Response<SendReceipt>> SendMessageAsync(
        string messageText, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null,
        CancellationToken cancellationToken = default)
        => seam.CrossAsync(name + ".send", () =>
        {
            timeToLive.ShouldBe(TimeSpan.FromSeconds(-1), "a message must not age away");
            var sent = queue.Send(messageText, visibilityTimeout ?? TimeSpan.Zero);
            return Task.FromResult(Response.FromValue(
                QueuesModelFactory.SendReceipt(
                    sent.Id, default, default, sent.Receipt, sent.VisibleAt),
                response: null!));
        });

    /// <inheritdoc/>
    public override Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId, string popReceipt, string? messageText = null,
        TimeSpan visibilityTimeout = default, CancellationToken cancellationToken = default)
        => seam.CrossAsync(name + ".update", () =>
            queue.Update(messageId, popReceipt, messageText!, visibilityTimeout) is { } updated
                ? Task.FromResult(Response.FromValue(
                    QueuesModelFactory.UpdateReceipt(updated.Receipt, updated.VisibleAt),
                    response: null!))
                : throw new RequestFailedException(StatusNotFound, "Spent."));

    /// <inheritdoc/>
    public override Task<Response> DeleteMessageAsync(
        string messageId, string popReceipt, CancellationToken cancellationToken = default)
        => seam.CrossAsync(name + ".delete", () => queue.Delete(messageId, popReceipt)
            ? Task.FromResult<Response>(null!)
            : throw new RequestFailedException(StatusNotFound, "Spent."));
}
