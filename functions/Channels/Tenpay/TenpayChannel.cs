using System.Net;
using System.Net.Sockets;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// Tenpay: page payments, query, refunds where the account has what they take, and notifications
/// that are proved twice. It has no close: an unpaid trade ends by its <c>time_expire</c>.
/// </summary>
internal sealed class TenpayChannel(
    AccountBook<TenpayAccount> accounts, TenpayOpenings openings, TenpayGateway gateway,
    TenpayProof proof, TenpayBilling billing, TimeProvider time)
    : IPagePayment, IQueryTrade, IRefundTrade, IQueryRefund, IReceiveNotification, IShareLogin,
        IDailyBill
{
    /// <summary>The channel's name.</summary>
    public const string ChannelName = "tenpay";

    private const int UrlMax = 255;
    private const string AccountMissing = "the account cannot be used";

    private static readonly NotificationReply Success = new("success");
    private static readonly NotificationReply Fail = new("fail");

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(TenpayMessages.PageProduct, ProductKind.Page, "财付通", "Tenpay"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material)
        => openings.Open(material).Faults;

    /// <inheritdoc/>
    public NotificationReply Accept(Uri? payerPage) => Success;

    /// <inheritdoc/>
    public NotificationReply Refuse(Uri? payerPage) => Fail;

    /// <inheritdoc/>
    public async Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new PageUnknown(AccountMissing);
        }

        if (PayerOf(account, request.PayerAddress) is not { } payer)
        {
            return new PageRefused(
                "Tenpay wants the payer's IPv4 address, and there is none: set "
                + "payer_ip_fallback.");
        }

        return request.NotifyUrl.AbsoluteUri.Length > UrlMax
            || request.ReturnUrl.AbsoluteUri.Length > UrlMax
                ? new PageRefused(
                    $"Tenpay takes no address of ours longer than {UrlMax} characters: shorten "
                    + "the gateway's public address or the account's name.")
                : new PageReady(TenpayWire.Handover(account, request, payer));
    }

    /// <inheritdoc/>
    public async Task<BillOpening> OpenBillAsync(
        string account, DateOnly day, CancellationToken cancellation)
        => await accounts.FindAsync(account, cancellation) is { } open
            ? billing.Open(open, day, cancellation)
            : new BillUnknown(AccountMissing);

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(trade.Account, cancellation) is not { } account)
        {
            return new Unknown(AccountMissing);
        }

        var reply = await gateway.AskAsync(
            account, account.At(TenpayWire.QueryPath),
            TenpayMessages.Query(account, trade.Number), cancellation);
        return reply.Answer is { } answer
            ? TenpayStatus.OfQuery(answer, account, trade.Number)
            : new Unknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Trade.Account, cancellation) is not { } account)
        {
            return new RefundUnknown(AccountMissing);
        }

        if (account.Refunds is not { } access)
        {
            return new RefundDeclined(CannotRefund(account));
        }

        if (access.Certificate.NotAfter.ToUniversalTime() <= time.GetUtcNow().UtcDateTime)
        {
            return new RefundUnknown(
                "not sent: the client certificate has expired; put a new one into the vault");
        }

        var reply = await gateway.RefundAsync(account, access, request, cancellation);
        return reply.Answer is { } answer
            ? TenpayRefundStatus.OfRefund(answer, account, TenpayRefundRow.Of(request))
            : new RefundUnknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Trade.Account, cancellation) is not { } account)
        {
            return new RefundUnknown(AccountMissing);
        }

        if (account.RefundQuery is not { } address)
        {
            // Nothing was ever sent: whoever sends it now is told that it is declined.
            return new RefundAbsent(CannotRefund(account));
        }

        var reply = await gateway.AskAsync(
            account, address,
            TenpayMessages.QueryRefund(account, request.Number), cancellation);
        return reply.Answer is { } answer
            ? TenpayRefundStatus.OfQuery(answer, account, TenpayRefundRow.Of(request))
            : new RefundUnknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async ValueTask<NotificationReading> ReadAsync(
        RawNotification notification, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(notification.Account, cancellation) is not { } account)
        {
            return new NotAccepted(NotificationRefusal.AccountUnknown);
        }

        return TenpayNotice.TryRead(account, notification, out var notice) is { } refusal
            ? new NotAccepted(refusal)
            : await proof.ProveAsync(account, notice!, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<LoginReading> ReadLoginAsync(
        RawNotification opening, CancellationToken cancellation)
        => await accounts.FindAsync(opening.Account, cancellation) is { } account
            ? TenpayLogin.Read(account, opening)
            : new LoginNotAccepted(NotificationRefusal.AccountUnknown);

    private static string? PayerOf(TenpayAccount account, IPAddress? seen)
    {
        var address = seen is { IsIPv4MappedToIPv6: true } ? seen.MapToIPv4() : seen;
        return (address is { AddressFamily: AddressFamily.InterNetwork }
            ? address
            : account.PayerFallback)?.ToString();
    }

    private static string CannotRefund(TenpayAccount account)
        => account.Profile == TenpayProfile.Open
            ? "Tenpay's open platform has no refund: refund on Tenpay's own site."
            : "This account has no client certificate, and Tenpay refunds nothing without: "
                + "register client_certificate and op_user_password.";
}
