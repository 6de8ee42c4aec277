namespace PayFunctions.Sandbox.Shop;

/// <summary>The ways to pay that the shop was given.</summary>
/// <param name="all">In the order in which they are shown.</param>
internal sealed class ShopChannels(IReadOnlyList<ShopChannel> all)
{
    /// <summary>Those a buyer can choose among, beside the gateway's own page.</summary>
    public IEnumerable<ShopChannel> ForBuyers
        => all.Where(static c => c.Kind is not ShopChannelKind.Barcode);

    /// <summary>Those a till can choose among, beside what the payer's code tells.</summary>
    public IEnumerable<ShopChannel> ForTills
        => all.Where(static c => c.Kind is ShopChannelKind.Barcode);

    /// <summary>The way of a product; null where the shop does not know it.</summary>
    public ShopChannel? Find(string? product)
        => all.FirstOrDefault(c => string.Equals(c.Product, product, StringComparison.Ordinal));
}
