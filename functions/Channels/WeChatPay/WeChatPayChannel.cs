namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// WeChat Pay: codes in both directions, pages for phones, the wallet within WeChat and from
/// applications, query, close, cancel, refunds, notifications and bills.
/// </summary>
internal sealed class WeChatPayChannel(
    AccountBook<WeChatPayAccount> accounts, WeChatPayOpenings openings,
    WeChatPayGateway gateway, WeChatPayOpening opening, WeChatPayCharging charging,
    WeChatPayClosing closing, WeChatPayInbox inbox, WeChatPayBilling billing)
    : IPagePayment, ICodePayment, IWalletPayment, IBarcodePayment, IQueryTrade, ICloseTrade,
        ICancelTrade, IRefundTrade, IQueryRefund, IReceiveNotification, IDailyBill
{
    /// <summary>The channel's name.</summary>
    public const string ChannelName = "wechatpay";

    private const string AccountMissing = "the account cannot be used";

    private static readonly NotificationReply Taken = new("");
    private static readonly NotificationReply NotTaken = new(
        "{\"code\":\"FAIL\",\"message\":\"not accepted\"}", "application/json");

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(WeChatPayProduct.Native, ProductKind.Code, "微信支付（扫码）", "WeChat Pay, scan a code")
        {
            Suits = static b => !b.IsOnPhone,
        },
        new(WeChatPayProduct.H5, ProductKind.Page, "微信支付（手机网页）", "WeChat Pay on a phone")
        {
            Suits = static b => b.IsOnPhone && !IsInside(b),
        },
        new(WeChatPayProduct.Jsapi, ProductKind.Wallet, "微信支付", "WeChat Pay within WeChat")
        {
            Suits = IsInside,
        },
        new(WeChatPayProduct.App, ProductKind.Wallet, "微信支付（App）", "WeChat Pay from an app")
        {
            Suits = static _ => false,
        },
        new(WeChatPayProduct.Code, ProductKind.Barcode, "微信支付（付款码）",
            "WeChat Pay, show a code"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material)
        => openings.Open(material).Faults;

    /// <inheritdoc/>
    public NotificationReply Accept(Uri? payerPage) => Taken;

    /// <inheritdoc/>
    public NotificationReply Refuse(Uri? payerPage) => NotTaken;

    /// <inheritdoc/>
    public bool NeedsPayer(string product) => product is WeChatPayProduct.Jsapi;

    /// <inheritdoc/>
    public bool Accepts(string product, PayerCode code)
        => product is WeChatPayProduct.Code && WeChatPayPayerCode.Is(code);

    /// <inheritdoc/>
    public Task<PageOpening> OpenCodeAsync(PageRequest request, CancellationToken cancellation)
        => OpenAsync(request, opening.OpenCodeAsync, cancellation);

    /// <inheritdoc/>
    public Task<PageOpening> OpenPageAsync(PageRequest request, CancellationToken cancellation)
        => OpenAsync(request, opening.OpenPageAsync, cancellation);

    /// <inheritdoc/>
    public Task<PageOpening> OpenWalletAsync(
        PageRequest request, CancellationToken cancellation)
        => OpenAsync(request, opening.OpenWalletAsync, cancellation);

    /// <inheritdoc/>
    public async Task<ChannelOutcome> ChargeAsync(
        ChargeRequest request, CancellationToken cancellation)
        => await accounts.FindAsync(request.Attempt.Account, cancellation) is { } account
            ? await charging.ChargeAsync(account, request, cancellation)
            : new Unknown(AccountMissing);

    /// <inheritdoc/>
    public bool SignsRefusals => false;

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(trade.Account, cancellation) is not { } account)
        {
            return new Unknown(AccountMissing);
        }

        if (IsCode(trade))
        {
            return await charging.QueryAsync(account, trade.Number, cancellation);
        }

        var reply = await gateway.RunAsync(
            account, WeChatPayMessages.Query(account.Identity, trade.Number), cancellation);
        return reply.Answer is { } answer
            ? WeChatPayStatus.OfQuery(account.Identity, trade.Number, answer)
            : new Unknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> CloseAsync(
        TradeReference trade, CancellationToken cancellation)
        => await accounts.FindAsync(trade.Account, cancellation) is not { } account
                ? new Unknown(AccountMissing)
            : IsCode(trade)
                ? new Waiting("a payment by a code is cancelled, not closed")
            : await closing.CloseAsync(account, trade.Number, cancellation);

    /// <inheritdoc/>
    public async Task<CancelOutcome> CancelAsync(
        TradeReference trade, CancellationToken cancellation)
        => await accounts.FindAsync(trade.Account, cancellation) is not { } account
                ? new CancelUnknown(AccountMissing)
            : IsCode(trade)
                ? await charging.ReverseAsync(account, trade, cancellation)
            : WeChatPayCancelStatus.OfClose(
                await closing.CloseAsync(account, trade.Number, cancellation));

    /// <inheritdoc/>
    public Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => AskAboutAsync(
            request,
            identity => WeChatPayMessages.Refund(identity, request),
            WeChatPayRefundStatus.OfRefund,
            cancellation);

    /// <inheritdoc/>
    public Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => AskAboutAsync(
            request,
            identity => WeChatPayMessages.QueryRefund(identity, request.Number),
            WeChatPayRefundStatus.OfQuery,
            cancellation);

    /// <inheritdoc/>
    public async ValueTask<NotificationReading> ReadAsync(
        RawNotification notification, CancellationToken cancellation)
        => await accounts.FindAsync(notification.Account, cancellation) is { } account
            ? await inbox.ReadAsync(account, notification, cancellation)
            : new NotAccepted(NotificationRefusal.AccountUnknown);

    /// <inheritdoc/>
    public async Task<BillOpening> OpenBillAsync(
        string account, DateOnly day, CancellationToken cancellation)
        => await accounts.FindAsync(account, cancellation) is { } found
            ? await billing.OpenAsync(found, day, cancellation)
            : new BillUnknown(AccountMissing);

    /// <summary>WeChat's own browser says so.</summary>
    private static bool IsInside(PayerBrowser browser) => browser.Names("MicroMessenger");

    private static bool IsCode(TradeReference trade) => trade.Product is WeChatPayProduct.Code;

    private async Task<PageOpening> OpenAsync(
        PageRequest request,
        Func<WeChatPayAccount, PageRequest, CancellationToken, Task<PageOpening>> open,
        CancellationToken cancellation)
        => await accounts.FindAsync(request.Attempt.Account, cancellation) is { } account
            ? await open(account, request, cancellation)
            : new PageUnknown(AccountMissing);

    private async Task<RefundOutcome> AskAboutAsync(
        RefundRequest request, Func<WeChatPayIdentity, WeChatPayRequest> say,
        Func<WeChatPayAnswer, RefundRequest, RefundOutcome> hear,
        CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Trade.Account, cancellation) is not { } account)
        {
            return new RefundUnknown(AccountMissing);
        }

        var reply = await gateway.RunAsync(account, say(account.Identity), cancellation);
        return reply.Answer is { } answer
            ? hear(answer, request)
            : new RefundUnknown(reply.Reason);
    }
}
