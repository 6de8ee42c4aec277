using System.Net;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// Asks for trades that are not paid yet: a code, a page, or what opens the wallet.
/// </summary>
internal sealed class WeChatPayOpening(
    WeChatPayGateway gateway, WeChatPayCall call, WeChatPayClosing closing)
{
    private const int CodeMax = 512;
    private const int PrepayIdMax = 64;

    private static readonly PageRefused NoAddress = new(
        "WeChat Pay wants the payer's public IP address, and there is none: set "
        + "payer_ip_fallback.");

    private static readonly PageRefused NoPayer = new(
        "A page within WeChat needs the payer's openid.");

    /// <summary>A code to be scanned.</summary>
    public async Task<PageOpening> OpenCodeAsync(
        WeChatPayAccount account, PageRequest request, CancellationToken cancellation)
    {
        var (code, trouble) = await AskAsync(
            account, request, () => WeChatPayOrderMessages.Native(account, request), "code_url",
            CodeMax, cancellation);
        return code is null ? trouble! : new CodeReady(code);
    }

    /// <summary>
    /// A page that calls WeChat up. Its address is not to be changed; only the way back may be
    /// added. It looks at the site that the payer comes from.
    /// </summary>
    public async Task<PageOpening> OpenPageAsync(
        WeChatPayAccount account, PageRequest request, CancellationToken cancellation)
    {
        if (PayerOf(account, request.PayerAddress) is not { } payer)
        {
            return NoAddress;
        }

        var (text, trouble) = await AskAsync(
            account, request, () => WeChatPayOrderMessages.H5(account, request, payer), "h5_url",
            CodeMax, cancellation);
        if (text is null)
        {
            return trouble!;
        }

        return Uri.TryCreate(
            $"{text}&redirect_url={Uri.EscapeDataString(request.ReturnUrl.AbsoluteUri)}",
            UriKind.Absolute, out var page) && page.Scheme is "https" or "http"
                ? new PageReady(new PageHandover(page, page, []) { NamesOrigin = true })
                : new PageUnknown("the answer has no readable h5_url");
    }

    /// <summary>What opens the wallet, signed a second time for it.</summary>
    public async Task<PageOpening> OpenWalletAsync(
        WeChatPayAccount account, PageRequest request, CancellationToken cancellation)
    {
        var isApp = request.Attempt.Product is WeChatPayProduct.App;
        if (!isApp && request.Order.Terms.PayerId is null)
        {
            return NoPayer;
        }

        var (prepayId, trouble) = await AskAsync(
            account, request,
            () => isApp
                ? WeChatPayOrderMessages.App(account, request)
                : WeChatPayOrderMessages.Jsapi(account, request, request.Order.Terms.PayerId!),
            "prepay_id", PrepayIdMax, cancellation);
        if (prepayId is null)
        {
            return trouble!;
        }

        var subject = WeChatPayWallet.SubjectOf(prepayId, isApp);
        var stamp = await call.SignAsync(
            account,
            (timestamp, nonce) => WeChatPaySignature.ToPay(
                account.Identity.PayerAppId, timestamp, nonce, subject),
            cancellation);
        return isApp
            ? WeChatPayWallet.App(account, prepayId, stamp)
            : WeChatPayWallet.Jsapi(account, prepayId, stamp);
    }

    private async Task<(string? Value, PageOpening? Trouble)> AskAsync(
        WeChatPayAccount account, PageRequest request, Func<WeChatPayRequest> say, string field,
        int most, CancellationToken cancellation)
    {
        if (request.NotifyUrl.AbsoluteUri.Length > WeChatPayMessages.UrlMax)
        {
            return (null, new PageRefused(
                $"WeChat Pay takes no address of ours longer than {WeChatPayMessages.UrlMax} "
                + "characters: shorten the gateway's public address or the account's name."));
        }

        if (WeChatPayOrderMessages.EndOf(request.Order, request.Attempt) - request.Now
            < WeChatPayOrderMessages.LifeMin)
        {
            return (null, new PageUnknown("the order ends within a minute"));
        }

        var reply = await gateway.RunAsync(account, say(), cancellation);
        return reply.Answer switch
        {
            null => (null, new PageUnknown(reply.Reason)),
            { IsOk: true } answer => answer.Body?.Text(field) is { } value && value.Length <= most
                ? (value, null)
                : (null, new PageUnknown($"the answer has no readable {field}")),
            var answer => (null, await RefuseAsync(account, request, answer, cancellation)),
        };
    }

    /// <summary>
    /// A number that was used before may be payable all the same: it is closed before it is given
    /// up, or the payer might pay it and its successor.
    /// </summary>
    private async Task<PageOpening> RefuseAsync(
        WeChatPayAccount account, PageRequest request, WeChatPayAnswer answer,
        CancellationToken cancellation)
        => answer.Meaning switch
        {
            WeChatPayMeaning.Closed => new PageRefused(answer.Reason),
            WeChatPayMeaning.Refused or WeChatPayMeaning.NumberUsed
                => await closing.CloseAsync(account, request.Number, cancellation) is Declined
                    ? new PageRefused(answer.Reason)
                    : new PageUnknown(answer.Reason),
            _ => new PageUnknown(answer.Reason),
        };

    private static IPAddress? PayerOf(WeChatPayAccount account, IPAddress? seen)
        => seen is null || IPAddress.IsLoopback(seen) ? account.PayerFallback : seen;
}
