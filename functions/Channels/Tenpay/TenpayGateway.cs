using System.Net;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>Says signed requests and gives verified answers.</summary>
internal sealed class TenpayGateway(ChannelHttp http)
{
    /// <summary>
    /// Asks. Every trouble on the way is a reason in the reply; only the caller's own cancellation
    /// throws.
    /// </summary>
    public async Task<TenpayReply> AskAsync(
        TenpayAccount account, Uri address,
        IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellation)
        => Read(
            account,
            await http.AskAsync(TenpayWire.Request(account, address, parameters), cancellation));

    /// <summary>Refunds, once.</summary>
    public async Task<TenpayReply> RefundAsync(
        TenpayAccount account, TenpayRefundAccess access, RefundRequest request,
        CancellationToken cancellation)
        => Read(
            account,
            await http.SendAsync(TenpayWire.Refund(account, access, request), cancellation));

    private static TenpayReply Read(TenpayAccount account, WireReply reply)
        => reply.Answer switch
        {
            null => TenpayReply.Trouble(reply.Reason),
            { Status: HttpStatusCode.OK } answer => TenpayAnswer.Read(answer.Body.Span, account),
            var answer => TenpayReply.Trouble(
                FormattableString.Invariant($"HTTP status {(int)answer.Status}")),
        };
}
