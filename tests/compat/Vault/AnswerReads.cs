using Azure.Core;
using Azure.Core.Pipeline;

namespace PayFunctions.Tests.Compat.Vault;

/// <summary>Answers every GET itself, so that the vault only ever sees POSTs.</summary>
internal sealed class AnswerReads(int status) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!Answered(message))
        {
            ProcessNext(message, pipeline);
        }
    }

    public override ValueTask ProcessAsync(
        HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        => Answered(message) ? ValueTask.CompletedTask : ProcessNextAsync(message, pipeline);

    private bool Answered(HttpMessage message)
    {
        var reads = message.Request.Method == RequestMethod.Get;
        if (reads)
        {
            message.Response = new PlainResponse(status);
        }

        return reads;
    }
}
