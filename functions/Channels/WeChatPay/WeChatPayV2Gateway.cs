using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>Speaks the older interface: signed XML to the same hosts.</summary>
internal sealed class WeChatPayV2Gateway(ChannelHttp http, TimeProvider time)
{
    private const int NonceLength = 32;

    /// <summary>Charges a code, once.</summary>
    public Task<(WeChatPayV2Answer? Answer, string Reason)> ChargeAsync(
        WeChatPayAccount account, WeChatPayV2Access access, WeChatPayTill till,
        ChargeRequest request, CancellationToken cancellation)
        => RunAsync(
            account, access, WeChatPayV2Messages.Charging,
            WeChatPayV2Messages.Charge(account, till, request, Nonce()), certificate: null,
            isQuestion: false, cancellation);

    /// <summary>Asks about a charge.</summary>
    public Task<(WeChatPayV2Answer? Answer, string Reason)> QueryAsync(
        WeChatPayAccount account, WeChatPayV2Access access, ChannelOrderNo number,
        CancellationToken cancellation)
        => RunAsync(
            account, access, WeChatPayV2Messages.Querying,
            WeChatPayV2Messages.Name(account, number, Nonce()), certificate: null,
            isQuestion: true, cancellation);

    /// <summary>Reverses a charge, showing the merchant certificate.</summary>
    public Task<(WeChatPayV2Answer? Answer, string Reason)> ReverseAsync(
        WeChatPayAccount account, WeChatPayV2Access access, ChannelOrderNo number,
        CancellationToken cancellation)
        => RunAsync(
            account, access, WeChatPayV2Messages.Reversing,
            WeChatPayV2Messages.Name(account, number, Nonce()), access.Certificate,
            isQuestion: false, cancellation);

    private static string Nonce() => RandomNumberGenerator.GetHexString(NonceLength);

    private async Task<(WeChatPayV2Answer? Answer, string Reason)> RunAsync(
        WeChatPayAccount account, WeChatPayV2Access access, string path,
        IEnumerable<KeyValuePair<string, string>> fields, X509Certificate2? certificate,
        bool isQuestion, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(WeChatPayGateway.CallMax, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, cancellation);
        var body = WeChatPayV2Messages.Write(access, fields);
        try
        {
            var reply = await SendAsync(account.Base, both.Token);
            if (reply.NeverLeft && account.Backup is { } backup)
            {
                reply = await SendAsync(backup, both.Token);
            }

            return Read(reply, access);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, "no answer in time");
        }

        Task<WireReply> SendAsync(Uri host, CancellationToken token)
        {
            var request = new WireRequest
            {
                Address = WeChatPayAccount.At(host, path),
                Body = body,
                ContentType = WeChatPayV2Messages.MediaType,
                Headers = [new("User-Agent", "PayFunctions")],
                Certificate = certificate,
            };
            return isQuestion ? http.AskAsync(request, token) : http.SendAsync(request, token);
        }
    }

    private static (WeChatPayV2Answer? Answer, string Reason) Read(
        WireReply reply, WeChatPayV2Access access)
        => reply.Answer switch
        {
            null => (null, reply.Reason),
            { Status: HttpStatusCode.OK } answer
                => WeChatPayV2Answer.Read(answer.Body.Span, access),
            var answer => (
                null, FormattableString.Invariant($"HTTP status {(int)answer.Status}")),
        };
}
