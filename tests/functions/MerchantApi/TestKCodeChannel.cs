using PayFunctions.Channels;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>
/// The same channel's payment by card and code. It keeps what it was given, for tests to look at.
/// </summary>
internal sealed class TestKCodeChannel : IKCodePayment, IQueryTrade
{
    public const string Product = "test_kcode";

    public string Name => TestChannel.ChannelName;

    public IReadOnlyList<ChannelProduct> Products { get; } =
        [new(Product, ProductKind.KCode, "卡和验证码", "Card and code")];

    /// <summary>What it says to the wish for a code.</summary>
    public KCodeSending Sending { get; set; } = new KCodeSent();

    /// <summary>What it says to the wish for another code.</summary>
    public KCodeSending Resending { get; set; } = new KCodeSent();

    /// <summary>What it says to a code; null: it is paid.</summary>
    public ChannelOutcome? Paying { get; set; }

    /// <summary>What it says when it is asked.</summary>
    public ChannelOutcome Outcome { get; set; } = new Waiting("not paid");

    /// <summary>The cards that codes were sent for.</summary>
    public List<KCodeCard> Cards { get; } = [];

    /// <summary>How often another code was sent.</summary>
    public int Resends { get; private set; }

    /// <summary>What was paid with.</summary>
    public List<KCodeProof> Proofs { get; } = [];

    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    public Task<KCodeSending> SendCodeAsync(
        KCodeRequest request, KCodeCard card, CancellationToken cancellation)
    {
        Cards.Add(card);
        return Task.FromResult(Sending);
    }

    public Task<KCodeSending> ResendCodeAsync(
        KCodeRequest request, CancellationToken cancellation)
    {
        Resends++;
        return Task.FromResult(Resending);
    }

    public Task<ChannelOutcome> PayAsync(
        KCodeRequest request, KCodeProof proof, CancellationToken cancellation)
    {
        Proofs.Add(proof);
        return Task.FromResult(Paying ?? new Succeeded(
            request.Order.Terms.Total, $"K-{request.Number}", TestChannel.PaidAt));
    }

    public Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
        => Task.FromResult(Outcome);
}
