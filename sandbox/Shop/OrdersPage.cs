using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The newest orders.</summary>
internal static class OrdersPage
{
    /// <summary>The page.</summary>
    public static string Html(
        ShopText text, ShopChannels channels, IReadOnlyList<ShopOrder> orders)
        => ShopPage.Frame(text, string.Empty, $"""
            <h2>{text.Orders}</h2>
            {(orders.Count == 0 ? $"<p>{text.None}</p>" : "")}
            <ul>{string.Concat(orders.Select(o => Line(text, channels, o)))}</ul>
            <p><a href="/">{text.Back}</a></p>
            """);

    private static string Line(ShopText text, ShopChannels channels, ShopOrder order)
        => $"""
            <li><a href="{ShopPage.PathOf(order.OutTradeNo)}">{ShopPage.Html(order.OutTradeNo)}</a>
            {ShopPage.Html(text.NameOf(order.Product))} · ¥{Yuan.Format(order.Product.Fen)} ·
            <span class="channel">{ShopPage.ChannelOf(text, channels, order)}</span> ·
            {ShopPage.Html(text.NameOf(order.State))}
            {(order.Notices.Count == 0 ? "" : OrderPage.Notices(text, order))}</li>
            """;
}
