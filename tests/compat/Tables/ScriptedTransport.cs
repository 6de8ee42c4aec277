using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Batch;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>Answers from a script first, then lets requests through; keeps what was sent.</summary>
/// <param name="script">Status lines with headers and bodies, as on the wire.</param>
internal sealed class ScriptedTransport(params string[] script) : HttpPipelineTransport
{
    private readonly HttpClientTransport network = new(
        new HttpClient(new SocketsHttpHandler { UseProxy = false }));

    private readonly Queue<string> answers = new(script);

    public List<SentRequest> Sent { get; } = [];

    public override Request CreateRequest() => network.CreateRequest();

    public override void Process(HttpMessage message)
    {
        if (!TryAnswer(message))
        {
            network.Process(message);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (!TryAnswer(message))
        {
            await network.ProcessAsync(message);
        }
    }

    private bool TryAnswer(HttpMessage message)
    {
        Sent.Add(SentRequest.Of(message.Request));
        if (!answers.TryDequeue(out var answer))
        {
            return false;
        }

        message.Response = PartResponse.Parse(
            answer.ReplaceLineEndings("\r\n"), message.Request.ClientRequestId);
        return true;
    }
}
