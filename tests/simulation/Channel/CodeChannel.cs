using PayFunctions.Channels;
using PayFunctions.Tests.Simulation.Seams;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>
/// The adapter to the payments by card and code of the channel that ends nothing, and notifies of
/// nothing that is paid so.
/// </summary>
internal sealed class CodeChannel(BareChannel trades, ChannelTruth truth, Seam seam)
    : IKCodePayment, IQueryTrade, IRefundTrade, IQueryRefund
{
    /// <summary>The product.</summary>
    public const string Product = "bare_kcode";

    /// <inheritdoc/>
    public string Name => trades.Name;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
        [new(Product, ProductKind.KCode, "模拟（K码）", "Simulated, by card and code")];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    /// <inheritdoc/>
    public Task<KCodeSending> SendCodeAsync(
        KCodeRequest request, KCodeCard card, CancellationToken cancellation)
        => AskAsync<KCodeSending>(
            "kcode-send", () => truth.CodeDesk.Send(request),
            static reason => new KCodeUndecided(reason));

    /// <inheritdoc/>
    public Task<KCodeSending> ResendCodeAsync(
        KCodeRequest request, CancellationToken cancellation)
        => AskAsync(
            "kcode-resend", () => truth.CodeDesk.Resend(request),
            static reason => new KCodeUndecided(reason));

    /// <inheritdoc/>
    public Task<ChannelOutcome> PayAsync(
        KCodeRequest request, KCodeProof proof, CancellationToken cancellation)
        => AskAsync(
            "kcode-pay", () => truth.CodeDesk.Pay(request, proof),
            static reason => new Unknown(reason));

    /// <inheritdoc/>
    public Task<ChannelOutcome> QueryAsync(TradeReference trade, CancellationToken cancellation)
        => trades.QueryAsync(trade, cancellation);

    /// <inheritdoc/>
    public Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => trades.RefundAsync(request, cancellation);

    /// <inheritdoc/>
    public Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => trades.QueryRefundAsync(request, cancellation);

    private async Task<T> AskAsync<T>(string what, Func<T> ask, Func<string, T> unheard)
    {
        try
        {
            return await seam.CrossAsync($"channel.{what}", () => Task.FromResult(ask()));
        }
        catch (HttpRequestException e)
        {
            return unheard(e.Message);
        }
    }
}
