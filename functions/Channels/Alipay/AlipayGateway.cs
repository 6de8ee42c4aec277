using System.Net;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Alipay;

/// <summary>Posts signed requests and gives verified answers.</summary>
internal sealed class AlipayGateway(ChannelHttp http)
{
    /// <summary>
    /// Asks the gateway. Every trouble on the way is a reason in the reply; only the caller's own
    /// cancellation throws.
    /// </summary>
    public async Task<AlipayReply> PostAsync(
        AlipayAccount account,
        string method,
        IReadOnlyList<KeyValuePair<string, string>> signed,
        CancellationToken cancellation)
    {
        var request = WireRequest.Post(
            AlipayWire.Query(account, signed),
            AlipayWire.Body(account, signed),
            $"application/x-www-form-urlencoded;charset={account.Charset.Name}");
        var reply = AlipayMethod.IsQuestion(method)
            ? await http.AskAsync(request, cancellation)
            : await http.SendAsync(request, cancellation);
        return reply.Answer switch
        {
            null => AlipayReply.Trouble(reply.Reason),
            { Status: HttpStatusCode.OK } answer => AlipayAnswer.Read(
                answer.Body.Span, AlipayMethod.RootOf(method), account),
            var answer => AlipayReply.Trouble(
                FormattableString.Invariant($"HTTP status {(int)answer.Status}")),
        };
    }
}
