namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>The merchants that may call.</summary>
internal sealed class Merchants(IEnumerable<WeChatPayMerchant> registered) : IDisposable
{
    private readonly Dictionary<string, Merchant> known = registered.ToDictionary(
        static m => m.MchId, static m => new Merchant(m), StringComparer.Ordinal);

    /// <summary>The merchant of a number; null where there is none.</summary>
    public Merchant? Find(string mchId) => known.GetValueOrDefault(mchId);

    /// <summary>The merchant of an order, which was registered when it ordered.</summary>
    public Merchant Of(PayOrder order) => known[order.Party.MchId];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var merchant in known.Values)
        {
            merchant.Dispose();
        }
    }
}
