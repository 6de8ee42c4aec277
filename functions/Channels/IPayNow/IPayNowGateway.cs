using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.IPayNow;

/// <summary>Posts signed requests and gives verified answers.</summary>
internal sealed class IPayNowGateway(
    ChannelHttp http, IOptions<ChannelLimits> limits, TimeProvider time)
{
    private const string ContentType = "application/x-www-form-urlencoded;charset=UTF-8";

    /// <summary>Asks about a payment. Repeated after trouble.</summary>
    public Task<IPayNowReply> QueryAsync(
        IPayNowAccount account, TradeReference trade, CancellationToken cancellation)
        => PostAsync(
            account, account.Gateway, account.QueryFuncode,
            IPayNowMessages.Query(account, trade), isQuestion: true, cancellation);

    /// <summary>Orders a payment, once.</summary>
    public Task<IPayNowReply> PayAsync(
        IPayNowAccount account, IReadOnlyList<KeyValuePair<string, string>> signed,
        CancellationToken cancellation)
        => PostAsync(
            account, account.Gateway, IPayNowFuncode.Pay, signed, isQuestion: false,
            cancellation);

    /// <summary>Refunds, once.</summary>
    public Task<IPayNowReply> RefundAsync(
        IPayNowAccount account, RefundRequest request, CancellationToken cancellation)
    {
        var isA = account.Profile == IPayNowProfile.A;
        return PostAsync(
            account,
            isA ? account.Gateway : account.RefundGateway,
            isA ? IPayNowFuncode.OldRefund : IPayNowFuncode.Refund,
            IPayNowRefundMessages.Refund(account, request), isQuestion: false, cancellation);
    }

    /// <summary>Asks about a refund. Repeated after trouble.</summary>
    public Task<IPayNowReply> QueryRefundAsync(
        IPayNowAccount account, RefundRequest request, CancellationToken cancellation)
        => PostAsync(
            account, account.RefundQueryGateway, IPayNowFuncode.RefundQuery,
            IPayNowRefundMessages.RefundQuery(account, request), isQuestion: true, cancellation);

    /// <summary>Cancels, once.</summary>
    public Task<IPayNowReply> CancelAsync(
        IPayNowAccount account, TradeReference trade, CancellationToken cancellation)
        => PostAsync(
            account, account.RefundGateway, IPayNowFuncode.Cancel,
            IPayNowRefundMessages.Cancel(account, trade), isQuestion: false, cancellation);

    /// <summary>Asks about a cancel. Repeated after trouble.</summary>
    public Task<IPayNowReply> QueryCancelAsync(
        IPayNowAccount account, TradeReference trade, CancellationToken cancellation)
        => PostAsync(
            account, account.RefundQueryGateway, IPayNowFuncode.CancelQuery,
            IPayNowRefundMessages.CancelQuery(account, trade), isQuestion: true, cancellation);

    /// <summary>
    /// Makes several calls within the time of one; what is not finished by then is
    /// <paramref name="late"/>.
    /// </summary>
    public async Task<T> WithinAsync<T>(
        Func<CancellationToken, Task<T>> calls, T late, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(limits.Value.TotalTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, cancellation);
        try
        {
            return await calls(both.Token);
        }
        catch (OperationCanceledException)
            when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return late;
        }
    }

    private async Task<IPayNowReply> PostAsync(
        IPayNowAccount account, Uri address, string funcode,
        IReadOnlyList<KeyValuePair<string, string>> signed, bool isQuestion,
        CancellationToken cancellation)
    {
        var request = WireRequest.Post(
            address,
            Encoding.ASCII.GetBytes(FormPairs.Write(signed, TextCharset.Utf8.Encoding)),
            ContentType);
        var (answer, reason) = isQuestion
            ? await http.AskAsync(request, cancellation)
            : await http.SendAsync(request, cancellation);
        return answer switch
        {
            null => IPayNowReply.Trouble(reason),
            { Status: HttpStatusCode.OK } => IPayNowAnswer.Read(
                answer.Body.Span, account, funcode),
            _ => IPayNowReply.Trouble(
                FormattableString.Invariant($"HTTP status {(int)answer.Status}")),
        };
    }
}
