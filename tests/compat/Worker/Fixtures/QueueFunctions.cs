using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.Tests.Compat.Worker.Fixtures;

internal sealed class QueueFunctions(Probe probe)
{
    [Function("TakeMessage")]
    public Task TakeMessageAsync(
        [QueueTrigger("%Queue%")] QueueMessage message, CancellationToken cancellation)
    {
        probe.Tell(message);
        return probe.Work(cancellation);
    }

    [Function("TakeText")]
    public void TakeText(
        [QueueTrigger("%Queue%", Connection = "Elsewhere")] string text, FunctionContext context)
        => probe.Tell($"{context.FunctionDefinition.Name} {text}");

    [Function("TakeData")]
    public void TakeData([QueueTrigger("%Queue%")] BinaryData data) => probe.Tell(data.ToArray());

    [Function("TakePoison")]
    public Task TakePoisonAsync(
        [QueueTrigger("%Queue%-poison")] QueueMessage message, CancellationToken cancellation)
        => TakeMessageAsync(message, cancellation);

    [Function("TakeNumber")]
    public void TakeNumber([QueueTrigger("%Queue%")] int number) => probe.Tell(number);
}
