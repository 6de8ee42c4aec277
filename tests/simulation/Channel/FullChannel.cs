using PayFunctions.Channels;
using PayFunctions.Tests.Simulation.Seams;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>The adapter to a channel that closes, cancels, and takes what is held or agreed to.
/// </summary>
internal sealed class FullChannel(
    ChannelTruth truth, Seam seam, AccountBook<SimAccount> accounts)
    : SimChannel(truth, seam, accounts), ICloseTrade, ICancelTrade, ICaptureHold,
        IDebitAgreement, IEndAgreement
{
    private readonly ChannelTruth truth = truth;

    /// <inheritdoc/>
    public override IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new("sim_page", ProductKind.Page, "模拟（网页）", "Simulated, by page"),
        new("sim_wap", ProductKind.Page, "模拟（手机）", "Simulated, by phone"),
        new("sim_code", ProductKind.Code, "模拟（扫码）", "Simulated, by code"),
        new("sim_till", ProductKind.Barcode, "模拟（付款码）", "Simulated, at a till"),
        new("sim_hold", ProductKind.Page, "模拟（预授权）", "Simulated, to authorise")
        {
            Hold = new HoldProduct("sim_capture", EndsAtOnce: false),
        },
        new("sim_capture", ProductKind.Capture, "模拟（确认）", "Simulated, taken"),
        new("sim_agreement", ProductKind.Page, "模拟（签约）", "Simulated, to agree")
        {
            DebitProduct = "sim_debit",
        },
        new("sim_debit", ProductKind.Capture, "模拟（代扣）", "Simulated, debited"),
    ];

    /// <inheritdoc/>
    public Task<ChannelOutcome> CloseAsync(
        TradeReference trade, CancellationToken cancellation)
        => AskAsync(
            "close", trade.Account, () => truth.Close(trade.Number),
            static reason => new Unknown(reason));

    /// <inheritdoc/>
    public Task<ChannelOutcome> CaptureAsync(
        CaptureRequest request, CancellationToken cancellation)
        => AskAsync(
            "capture", request.Attempt.Account, () => truth.Capture(request),
            static reason => new Unknown(reason));

    /// <inheritdoc/>
    public Task<ChannelOutcome> DebitAsync(
        DebitRequest request, CancellationToken cancellation)
        => AskAsync(
            "debit", request.Attempt.Account, () => truth.Debit(request),
            static reason => new Unknown(reason));

    /// <inheritdoc/>
    public Task<ChannelOutcome> UnsignAsync(
        UnsignRequest request, CancellationToken cancellation)
        => AskAsync(
            "unsign", request.Account, () => truth.Unsign(request),
            static reason => new Unknown(reason));

    /// <inheritdoc/>
    public Task<CancelOutcome> CancelAsync(
        TradeReference trade, CancellationToken cancellation)
        => AskAsync(
            "cancel", trade.Account, () => truth.Cancel(trade.Number),
            static reason => new CancelUnknown(reason));
}
