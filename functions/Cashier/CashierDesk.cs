using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Orders;

namespace PayFunctions.Cashier;

/// <summary>Fills the pages about an order.</summary>
internal sealed partial class CashierDesk(
    GatewayAddress gateway, ChannelRouter channels, ReturnLink links, ILogger<CashierDesk> logger)
{
    /// <summary>The longest address that is still sent as a redirect.</summary>
    public const int MaxUrlLength = 2_000;

    /// <summary>Seconds until the page looks again without a script.</summary>
    public const int LookSeconds = 5;

    /// <summary>Seconds a payer has to read that the order is paid.</summary>
    public const int ForwardSeconds = 3;

    /// <summary>The page that fits: the choice while it is payable, else the result.</summary>
    public async Task<IResult> ShowAsync(
        PaymentView payment, Payer payer, CancellationToken cancellation)
        => ResultRules.IsPayable(payment.Order, payer.Now)
            ? Choice(payment, payer)
            : await ResultAsync(
                payment, payer, gateway.Cashier(payment.Order.Id).AbsolutePath,
                StatusCodes.Status200OK, cancellation);

    /// <summary>The result page.</summary>
    /// <param name="payment">The order.</param>
    /// <param name="payer">Who asks.</param>
    /// <param name="path">Where the page looks again while nothing is decided.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IResult> ResultAsync(
        PaymentView payment, Payer payer, string path, int status, CancellationToken cancellation)
    {
        var order = payment.Order;
        var kind = ResultRules.KindOf(order, payer.Now);
        var merchant = order.IsTerminal ? await MerchantAsync(order, cancellation) : null;
        var view = new ResultView(
            kind,
            Summary(payment),
            order.Refunds.Any(static r => r.Origin != RefundOrigin.Merchant),
            merchant,
            ResultRules.IsPayable(order, payer.Now)
                ? gateway.Cashier(order.Id).AbsolutePath
                : null,
            kind == ResultKind.Waiting ? path : null,
            kind switch
            {
                ResultKind.Paid => Refresh(ForwardSeconds, merchant),
                ResultKind.Waiting => Refresh(LookSeconds, payer.NextLook(path)),
                _ => null,
            });
        return new PageReply<ResultPage, ResultView>(view, payer.Texts.For(payment.Order), status);
    }

    /// <summary>
    /// Sends the payer to the channel: a redirect, a form for a long address, or a page that leads
    /// on where the channel wants to see our origin.
    /// </summary>
    public static IResult Leave(PageHandover handover, Payer payer)
        => handover.NamesOrigin
            ? new PageReply<OnwardPage, OnwardView>(
                new OnwardView(handover.Url.AbsoluteUri), payer.Texts, namesOrigin: true)
            : handover.Url.AbsoluteUri.Length <= MaxUrlLength
            ? new RedirectReply(handover.Url.AbsoluteUri)
            : new PageReply<HandoverPage, HandoverView>(
                new HandoverView(handover.Action.AbsoluteUri, handover.Fields),
                payer.Texts,
                formTarget: handover.Action);

    /// <summary>Shows a channel's code and waits for it to be paid.</summary>
    public IResult Code(PaymentView payment, string product, string code, Payer payer)
    {
        var here = gateway.Cashier(payment.Order.Id).AbsolutePath;
        return new PageReply<CodePage, CodeView>(
            new CodeView(
                Summary(payment),
                NameOf(product, payer),
                QrCode.Of(code),
                Uri.TryCreate(code, UriKind.Absolute, out var uri)
                    && uri.Scheme is "https" or "http" ? uri.AbsoluteUri : null,
                here,
                $"{here}/status",
                ResultHref(payment),
                Refresh(LookSeconds, payer.NextLook($"{here}/{product}"))),
            payer.Texts.For(payment.Order));
    }

    /// <summary>Opens the payer's wallet from inside of it.</summary>
    public IResult Wallet(
        PaymentView payment, string product, WalletBridge bridge,
        IReadOnlyList<KeyValuePair<string, string>> parameters, Payer payer)
        => new PageReply<WalletPage, WalletView>(
            new WalletView(
                Summary(payment),
                NameOf(product, payer),
                bridge.Name,
                bridge.ReadyEvent,
                bridge.Method,
                bridge.Operation,
                parameters,
                gateway.Cashier(payment.Order.Id).AbsolutePath,
                ResultHref(payment)),
            payer.Texts.For(payment.Order));

    private string NameOf(string product, Payer payer)
        => channels.FindProduct(product) is { } known ? payer.Texts.NameOf(known) : product;

    private PageReply<CashierPage, CashierView> Choice(PaymentView payment, Payer payer)
    {
        var order = payment.Order;
        var here = gateway.Cashier(order.Id);
        var seconds = TimeLeftText.Seconds(order.ExpiresAt, payer.Now);
        return new PageReply<CashierPage, CashierView>(
            new CashierView(
                Summary(payment),
                seconds,
                TimeLeftText.Of(seconds),
                [
                    .. payment.Products.Select(p => new PayChoice(
                        NameOf(p, payer), $"{here.AbsolutePath}/{p}")),
                ],
                QrCode.Of(here),
                $"{here.AbsolutePath}/status",
                ResultHref(payment),
                Refresh(LookSeconds, payer.NextLook(here.AbsolutePath))),
            payer.Texts.For(payment.Order));
    }

    /// <summary>The return page of the latest channel; else the cashier tells the result.</summary>
    private string ResultHref(PaymentView payment)
    {
        var product = payment.Order.Attempts.LastOrDefault()?.Product
            ?? (payment.Products is [var first, ..] ? first : null);
        return product is not null && channels.ForProduct<IChannel>(product) is { } channel
            ? gateway.ReturnUrl(channel.Name, payment.Order.Id).AbsolutePath
            : gateway.Cashier(payment.Order.Id).AbsolutePath;
    }

    /// <summary>The result is told even when the way back cannot be signed now.</summary>
    private async Task<string?> MerchantAsync(Order order, CancellationToken cancellation)
    {
        try
        {
            return await links.OfAsync(order, cancellation);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.NotSigned(logger, order.Id.Value, e);
            return null;
        }
    }

    private static OrderSummary Summary(PaymentView payment)
        => new(
            payment.Payee,
            AmountText.Of(
                payment.Order.Terms.Agreement?.SingleLimit ?? payment.Order.Terms.Total),
            payment.Order.Terms.Subject,
            payment.Order.OutTradeNo);

    private static string? Refresh(int seconds, string? address)
        => address is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{seconds}; url={address}");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "The way back for order {TransactionId} could not be signed now.")]
        public static partial void NotSigned(
            ILogger logger, string transactionId, Exception exception);
    }
}
