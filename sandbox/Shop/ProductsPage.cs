using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Shop;

/// <summary>What there is to buy, and how to pay for it.</summary>
internal static class ProductsPage
{
    /// <summary>The page: one form, a button for each product.</summary>
    public static string Html(ShopText text, ShopChannels channels)
        => ShopPage.Frame(text, string.Empty, $"""
            <form method="post" action="/buy">
            {ShopPage.Choice(text, "channel", text.Cashier, channels.ForBuyers)}
            <ul>{string.Concat(Product.All.Select(p => Item(text, p)))}</ul></form>
            <p><a href="/orders">{text.Orders}</a> · <a href="/till">{text.Till}</a> ·
            <a id="deposits" href="{DepositRoutes.Path}">{text.Hold}</a> ·
            <a id="subscriptions" href="{SubscriptionRoutes.Path}">{text.Subscription}</a> ·
            <a id="card" href="{CardRoutes.Path}">{text.CardPay}</a> ·
            <a id="identity" href="{IdentityRoutes.Path}">{text.Verify}</a> ·
            <a id="console" href="{ShopRoutes.ConsolePath}">{text.Console}</a></p>
            """);

    private static string Item(ShopText text, Product product)
        => $"""
            <li>{ShopPage.Html(text.NameOf(product))} ·
            <span class="price">¥{Yuan.Format(product.Fen)}</span><br>
            <button id="buy-{product.Id}" name="product" value="{product.Id}">{text.Buy}</button>
            </li>
            """;
}
