using PayFunctions.Channels;

namespace PayFunctions.Tests.Movements;

/// <summary>
/// A channel that sells and answers questions, and can do nothing else: it ends its trades by
/// time.
/// </summary>
internal sealed class BareChannel : IPagePayment, IBarcodePayment, IQueryTrade
{
    public const string Product = "bare_page";
    public const string Barcode = "bare_barcode";

    /// <inheritdoc/>
    public string Name => "bare";

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(Product, ProductKind.Page, "页面", "Page"),
        new(Barcode, ProductKind.Barcode, "条码", "Barcode"),
    ];

    /// <summary>What it says when it is asked.</summary>
    public ChannelOutcome Outcome { get; set; } = new Waiting("not paid");

    /// <summary>How often it was asked.</summary>
    public int Questions { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    /// <inheritdoc/>
    public bool Accepts(string product, PayerCode code)
        => code.Text.StartsWith("13", StringComparison.Ordinal);

    /// <inheritdoc/>
    public Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
    {
        var page = new Uri("https://bare.example/");
        return Task.FromResult<PageOpening>(new PageReady(new PageHandover(page, page, [])));
    }

    /// <inheritdoc/>
    public Task<ChannelOutcome> ChargeAsync(
        ChargeRequest request, CancellationToken cancellation)
        => Task.FromResult<ChannelOutcome>(new Waiting("the payer confirms"));

    /// <inheritdoc/>
    public Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        Questions++;
        return Task.FromResult(Outcome);
    }
}
