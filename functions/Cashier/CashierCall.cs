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
    ChannelRouter channels, GatewayAddress gateway, CashierDesk desk, PayerCall call,
    ILogger<CashierCall> logger)
{
    /// <summary>A merchant's signed URL: to the cashier, or straight to the page of the channel it
    /// names.</summary>
    public Task<IResult> PayAsync(HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(request, async payer =>
        {
            var answer = await payUrl.RunAsync(request, cancellation);
            return answer.Stored is not { Order: var order } stored
                ? ErrorDesk.Show(payer, answer.Error!.Code)
                : order.Terms.Product is { } product
                    && channels.ForProduct<IPagePayment>(product) is not null
                    ? await OpenAsync(
                        await find.OfAsync(stored, payer.Browser, cancellation), product, payer,
                        cancellation)
                    : new RedirectReply(gateway.PayUrl(order).AbsoluteUri);
        });

    /// <summary>The page where the payer chooses, or the result once that is over.</summary>
    public Task<IResult> ShowAsync(
        HttpRequest request, string id, CancellationToken cancellation)
        => call.RunAsync(request, async payer =>
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
        => call.RunAsync(request, async payer =>
            await find.RunAsync(id, payer.Browser, cancellation) is { } payment
                ? await OpenAsync(payment, product, payer, cancellation)
                : ErrorDesk.Show(payer, ApiErrorCode.OrderNotFound));

    /// <summary>
    /// The payer is back. Nothing the browser brings is believed: the order is read, and while it
    /// is undecided its channel is asked.
    /// </summary>
    public Task<IResult> ReturnAsync(
        HttpRequest request, string channel, string id, CancellationToken cancellation)
        => call.RunAsync(request, async payer =>
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

    private async Task<IResult> OpenAsync(
        PaymentView payment, string product, Payer payer, CancellationToken cancellation)
        => !payment.Products.Contains(product, StringComparer.Ordinal)
            ? NoProduct(payer)
            : await start.RunAsync(
                payment.Stored, product, PayerAddress.Of(payer.Request), cancellation) switch
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
                NotStarted => await RefuseAsync(payment.Order.Id, payer, cancellation),
                _ => NoProduct(payer),
            };

    /// <summary>Paid, closed or late: the order as it is now says why it was not started.</summary>
    private async Task<IResult> RefuseAsync(
        OrderId id, Payer payer, CancellationToken cancellation)
        => await find.RunAsync(id.Value, payer.Browser, cancellation) is { } payment
            ? await desk.ResultAsync(
                payment, payer, gateway.Cashier(payment.Order.Id).AbsolutePath,
                StatusCodes.Status409Conflict, cancellation)
            : ErrorDesk.Show(payer, ApiErrorCode.OrderNotFound);

    private static PageReply<ErrorPage, ErrorView> NoProduct(Payer payer)
        => ErrorDesk.Show(
            payer, ApiErrorCode.ChannelUnsupported, StatusCodes.Status404NotFound);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Request {RequestId} for the state of a payment cannot be answered now.")]
        public static partial void Trouble(
            ILogger logger, string requestId, Exception exception);
    }
}
