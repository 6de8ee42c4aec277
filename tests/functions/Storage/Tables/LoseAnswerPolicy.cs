using Azure.Core;
using Azure.Core.Pipeline;

namespace PayFunctions.Tests.Storage;

/// <summary>Lets one batch through and loses its answer: a 500 comes instead.</summary>
internal sealed class LoseAnswerPolicy : HttpPipelinePolicy
{
    private int armed;

    /// <summary>How many answers were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>The next batch's answer is lost.</summary>
    public void Arm() => armed = 1;

    public override void Process(
        HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(
        HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal)
            && Interlocked.Exchange(ref armed, 0) == 1)
        {
            Lost++;
            message.Response = new EmptyResponse(500);
        }
    }
}
