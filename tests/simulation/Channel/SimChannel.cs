using System.Globalization;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Tests.Simulation.Seams;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>
/// The adapter to a simulated channel: what every one can do. What it cannot hear is unknown.
/// </summary>
internal abstract class SimChannel(
    ChannelTruth truth, Seam seam, AccountBook<SimAccount> accounts)
    : IPagePayment, ICodePayment, IBarcodePayment, IQueryTrade, IRefundTrade, IQueryRefund,
        IReceiveNotification
{
    /// <summary>The only account of every channel.</summary>
    public const string AccountName = "main";

    private const string Taken = "success";
    private const string NoAccount = "the account cannot be used";

    /// <inheritdoc/>
    public string Name => truth.Habits.Name;

    /// <inheritdoc/>
    public abstract IReadOnlyList<ChannelProduct> Products { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    /// <summary>How the codes of a channel's payers begin.</summary>
    public static string CodeOf(string channel, int number)
        => string.Create(CultureInfo.InvariantCulture, $"{channel}{number:D8}");

    /// <inheritdoc/>
    public bool Accepts(string product, PayerCode code)
        => code.Text.StartsWith(Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public Task<PageOpening> OpenPageAsync(PageRequest request, CancellationToken cancellation)
        => OpenAsync(request, static _ =>
        {
            var page = new Uri("https://channel.example/pay");
            return new PageReady(new PageHandover(page, page, []));
        });

    /// <inheritdoc/>
    public Task<PageOpening> OpenCodeAsync(PageRequest request, CancellationToken cancellation)
        => OpenAsync(request, static r => new CodeReady($"https://channel.example/{r.Number}"));

    /// <inheritdoc/>
    public Task<ChannelOutcome> ChargeAsync(
        ChargeRequest request, CancellationToken cancellation)
        => AskAsync<ChannelOutcome>(
            "charge", request.Attempt.Account, () => truth.Charge(request),
            static reason => new Unknown(reason));

    /// <inheritdoc/>
    public Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
        => AskAsync(
            "query", trade.Account, () => truth.Query(trade.Number),
            static reason => new Unknown(reason));

    /// <inheritdoc/>
    public Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => AskAsync(
            "refund", request.Trade.Account, () => truth.RefundDesk.Refund(request),
            static reason => new RefundUnknown(reason));

    /// <inheritdoc/>
    public Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => AskAsync(
            "refund-query", request.Trade.Account, () => truth.RefundDesk.Query(request),
            static reason => new RefundUnknown(reason));

    /// <inheritdoc/>
    public async ValueTask<NotificationReading> ReadAsync(
        RawNotification notification, CancellationToken cancellation)
        => await accounts.FindAsync(notification.Account, cancellation) is null
            ? new NotAccepted(NotificationRefusal.AccountUnknown)
            : truth.Letters[int.Parse(
                Encoding.UTF8.GetString(notification.Body.Span),
                CultureInfo.InvariantCulture)].Says;

    /// <inheritdoc/>
    public NotificationReply Accept(Uri? payerPage) => new(Taken);

    /// <inheritdoc/>
    public NotificationReply Refuse(Uri? payerPage) => new("fail");

    /// <summary>Asks the channel; what is not heard is what <paramref name="unheard"/> makes of
    /// the reason.</summary>
    protected async Task<T> AskAsync<T>(
        string what, string account, Func<T> ask, Func<string, T> unheard)
    {
        if (await accounts.FindAsync(account, default) is null)
        {
            return unheard(NoAccount);
        }

        try
        {
            return await seam.CrossAsync($"channel.{what}", () => Task.FromResult(ask()));
        }
        catch (HttpRequestException e)
        {
            return unheard(e.Message);
        }
    }

    private Task<PageOpening> OpenAsync(
        PageRequest request, Func<PageRequest, PageOpening> ready)
        => AskAsync(
            "open", request.Attempt.Account,
            () => truth.Offer(request) switch
            {
                TradeStage.Ended => new PageRefused("ended"),
                TradeStage.Paid => new PageUnknown("paid: ask"),
                _ => ready(request),
            },
            static reason => new PageUnknown(reason));
}
