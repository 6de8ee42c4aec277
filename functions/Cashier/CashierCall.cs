using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Payments;

namespace PayFunctions.Cashier;

/// <summary>What a payer's browser asks for. Every answer is a page; trouble is one too.</summary>
internal sealed partial class CashierCall(
    ViewPayment find, StartPayment start, QueryPayment query, PayUrlCall payUrl,
    ChannelRouter channels, GatewayAddress gateway, CashierDesk desk, TimeProvider time,
    ILogger<CashierCall> logger)
{
    /// <summary>A merchant's signed URL: to the cashier, or straight to its product.</summary>
    public Task<IResult> PayAsync(HttpRequest request, CancellationToken cancellation)
        => GuardAsync(request, async payer =>
        {
            var answer = await payUrl.RunAsync(request, cancellation);
            return answer.Order is { } order
                ? new RedirectReply(gateway.PayUrl(order).AbsoluteUri)
                : ErrorDesk.Show(payer, answer.Error!.Code);
        });

    /// <summary>The page where the payer chooses, or the result once that is over.</summary>
    public Task<IResult> ShowAsync(
        HttpRequest request, string id, CancellationToken cancellation)
        => GuardAsync(request, async payer =>
            await find.RunAsync(id, payer.Browser, cancellation) is { } payment
                ? await desk.ShowAsync(payment, payer, cancellation)
                : ErrorDesk.Show(payer, ApiErrorCode.OrderNotFound));

    /// <summary>What the page's script polls: a read of the order, never a question.</summary>
    public async Task<IResult> StatusAsync(
        HttpRequest request, string id, CancellationToken cancellation)
    {
        try
        {
            return await find.RunAsync(id, Payer.BrowserOf(request), cancellation) is { } payment
                ? StatusReply.Of(payment.Order)
                : StatusReply.Of(ApiErrorCode.OrderNotFound);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.Trouble(logger, RequestId.Of(request.HttpContext), e);
            return StatusReply.Of(ApiErrorCode.TryAgain);
        }
    }

    /// <summary>Opens an attempt of the product, or the open one again, and goes there.</summary>
    public Task<IResult> StartAsync(
        HttpRequest request, string id, string product, CancellationToken cancellation)
        => GuardAsync(request, async payer =>
        {
            if (await find.RunAsync(id, payer.Browser, cancellation) is not { } payment)
            {
                return ErrorDesk.Show(payer, ApiErrorCode.OrderNotFound);
            }

            if (!payment.Products.Contains(product, StringComparer.Ordinal))
            {
                return NoProduct(payer);
            }

            return await start.RunAsync(
                payment.Stored, product, PayerAddress.Of(request),
                cancellation) switch
            {
                Started started => CashierDesk.Leave(started.Handover, payer),
                CodeShown shown => desk.Code(
                    payment with { Stored = payment.Stored with { Order = shown.Order } },
                    product, shown.CodeUrl, payer),
                WalletOffered { Wallet.Bridge: { } bridge } offered => desk.Wallet(
                    payment with { Stored = payment.Stored with { Order = offered.Order } },
                    product, bridge, offered.Wallet.Parameters, payer),
                StartRefused => ErrorDesk.Show(payer, ApiErrorCode.ChannelRefused),
                StartUndecided => ErrorDesk.Show(payer, ApiErrorCode.TryAgain),
                NotStarted { Why: OrderRefusal.TooManyAttempts }
                    => ErrorDesk.Show(payer, ApiErrorCode.AttemptsExhausted),
                NotStarted => await RefuseAsync(id, payer, cancellation),
                _ => NoProduct(payer),
            };
        });

    /// <summary>
    /// The payer is back. Nothing the browser brings is believed: the order is read, and while it
    /// is undecided its channel is asked.
    /// </summary>
    public Task<IResult> ReturnAsync(
        HttpRequest request, string channel, string id, CancellationToken cancellation)
        => GuardAsync(request, async payer =>
        {
            if (channels.ForName<IChannel>(channel) is null
                || await find.RunAsync(id, payer.Browser, cancellation) is not { } payment)
            {
                return ErrorDesk.Show(payer, ApiErrorCode.OrderNotFound);
            }

            var order = await query.AskIfOpenAsync(payment.Stored, cancellation);
            return await desk.ResultAsync(
                payment with { Stored = payment.Stored with { Order = order } }, payer,
                gateway.ReturnUrl(channel, order.Id).AbsolutePath, StatusCodes.Status200OK,
                cancellation);
        });

    /// <summary>Paid, closed or late: the order as it is now says why it was not started.</summary>
    private async Task<IResult> RefuseAsync(
        string id, Payer payer, CancellationToken cancellation)
        => await find.RunAsync(id, payer.Browser, cancellation) is { } payment
            ? await desk.ResultAsync(
                payment, payer, gateway.Cashier(payment.Order.Id).AbsolutePath,
                StatusCodes.Status409Conflict, cancellation)
            : ErrorDesk.Show(payer, ApiErrorCode.OrderNotFound);

    private static PageReply<ErrorPage, ErrorView> NoProduct(Payer payer)
        => ErrorDesk.Show(
            payer, ApiErrorCode.ChannelUnsupported, StatusCodes.Status404NotFound);

    private async Task<IResult> GuardAsync(
        HttpRequest request, Func<Payer, Task<IResult>> answer)
    {
        var payer = Payer.Of(request, time);
        try
        {
            return await answer(payer);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.Trouble(logger, payer.RequestId, e);
            return ErrorDesk.Show(payer, ApiErrorCode.TryAgain);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Request {RequestId} of a payer cannot be answered now.")]
        public static partial void Trouble(
            ILogger logger, string requestId, Exception exception);
    }
}
