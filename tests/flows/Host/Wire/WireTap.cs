using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace PayFunctions.Tests.Flows.Host.Wire;

/// <summary>Sits right before a client's transport: sees every try, and lets some go wrong.
/// </summary>
/// <param name="service">How the client is called in names.</param>
/// <param name="log">Where requests are written down.</param>
internal sealed partial class WireTap(string service, WireLog log) : HttpPipelinePolicy
{
    private const string Pump = "pump";
    private const int SoonSeconds = 2;

    /// <summary>Between a client and its service.</summary>
    public void Join(ClientOptions options)
    {
        options.AddPolicy(this, HttpPipelinePosition.BeforeTransport);
        options.Retry.Delay = TimeSpan.FromMilliseconds(5);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(20);
    }

    /// <inheritdoc/>
    public override void Process(
        HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        => throw new NotSupportedException("The gateway never blocks a thread on a request.");

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(
        HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var name = WireName.Of(service, message.Request);
        var isLook = service is Pump && message.Request.Method == RequestMethod.Get;
        if (isLook)
        {
            await log.PumpMayLook.WaitAsync(message.CancellationToken);
        }

        await CarryAsync(message.Request, message.CancellationToken);
        var fault = log.Fault;
        var call = message.Request.ClientRequestId;
        if (fault is { Kind: not WireFaultKind.AnswerLost } && fault.Strikes(name, call))
        {
            message.Response = Refuse(fault.Kind, call);
            return;
        }

        await ProcessNextAsync(message, pipeline);
        if (isLook && !await TakenAsync(message.Response))
        {
            return;
        }

        if (IsSentSoon(message))
        {
            await TakenAsync(message.Response);
        }

        Note(name, message);
        if (fault is { Kind: WireFaultKind.AnswerLost } && fault.Strikes(name, call))
        {
            throw new RequestFailedException("The answer was lost.", new IOException("Lost."));
        }
    }

    private async ValueTask CarryAsync(Request request, CancellationToken cancellation)
    {
        if (log.Carried is not { } carried)
        {
            return;
        }

        using var body = new MemoryStream();
        if (request.Content is { } content)
        {
            await content.WriteToAsync(body, cancellation);
        }

        carried.Enqueue($"{request.Uri} {Encoding.UTF8.GetString(body.ToArray())}");
    }

    /// <summary>Whether a message was sent that the pump will see at once or after the shortest
    /// pause: what waits for minutes is nothing to wait for.</summary>
    private static bool IsSentSoon(HttpMessage message)
    {
        const string hidden = "visibilitytimeout";
        var uri = message.Request.Uri.ToUri();
        return message.Request.Method == RequestMethod.Post
            && message.Response.Status == 201
            && uri.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal)
            && (!int.TryParse(
                HttpUtility.ParseQueryString(uri.Query)[hidden], CultureInfo.InvariantCulture,
                out var seconds) || seconds <= SoonSeconds);
    }

    private static WireRefusal Refuse(WireFaultKind kind, string call) => kind switch
    {
        WireFaultKind.ThrottledForNothing => new WireRefusal(429, "0", call),
        WireFaultKind.ThrottledForASecond => new WireRefusal(429, "1", call),
        WireFaultKind.ServerError => new WireRefusal(500, null, call),
        WireFaultKind.Unavailable => new WireRefusal(503, null, call),
        WireFaultKind.CutBefore
            => throw new RequestFailedException("The connection was cut.", new IOException("Cut.")),
        WireFaultKind.AnswerLost => throw new ArgumentOutOfRangeException(nameof(kind)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private void Note(string name, HttpMessage message)
    {
        if (message.Request.Method == RequestMethod.Delete
            && message.Response.Status is 204 or 404)
        {
            log.Settle(message.Request.Uri.ToUri().Segments[^1]);
        }

        log.Add(name);
    }

    private async ValueTask<bool> TakenAsync(Response response)
    {
        if (response.ContentStream is not { } stream)
        {
            return false;
        }

        // The answer comes straight from the socket: it is kept, for the client reads it too.
        var kept = await BinaryData.FromStreamAsync(stream);
        response.ContentStream = kept.ToStream();
        var ids = MessageId().Matches(kept.ToString());
        foreach (Match id in ids)
        {
            log.Take(id.Groups["id"].Value);
        }

        return ids.Count > 0;
    }

    [GeneratedRegex("<MessageId>(?<id>[^<]+)</MessageId>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MessageId();
}
