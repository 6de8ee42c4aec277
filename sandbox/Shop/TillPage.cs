using PayFunctions.Sdk;
using Yuan = PayFunctions.Sandbox.Simulation.Yuan;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The till: a payer's code goes in, an outcome comes out.</summary>
internal static class TillPage
{
    private const int ReloadSeconds = 1;

    /// <summary>What is sold, and the payer's code; one form is one payment.</summary>
    public static string Entry(ShopText text, ShopChannels channels, string outTradeNo)
        => ShopPage.Frame(text, string.Empty, $"""
            <h2>{text.Till}</h2><p>{text.TillHint}</p>
            <form method="post" action="/till">
            <input type="hidden" name="order" value="{ShopPage.Html(outTradeNo)}">
            <label for="till-product">{text.What}</label>
            <select id="till-product" name="product">
            {string.Concat(Product.All.Select(p => Option(text, p)))}</select>
            <label for="till-amount">{text.Amount}</label>
            <input id="till-amount" name="amount" inputmode="decimal" autocomplete="off">
            {ShopPage.Choice(text, "till-channel", text.ByCode, channels.ForTills)}
            {CodeField(text)}</form>
            <p><a href="/orders">{text.Orders}</a> · <a href="/">{text.Back}</a></p>
            """);

    /// <summary>How a charge stands; it loads itself again until that is known.</summary>
    public static string Outcome(ShopText text, ShopOrder order, bool isCharging, string channel)
    {
        var isWaiting = isCharging && !order.IsPaid;
        return ShopPage.Frame(
            text,
            isWaiting ? ShopPage.Reload(ReloadSeconds) : string.Empty,
            $"""
            <p>{ShopPage.Html(text.NameOf(order.Product))} ·
            <span class="price">¥{Yuan.Format(order.Product.Fen)}</span> · {channel}</p>
            {Said(text, order, isWaiting)}
            {(isWaiting || IsUnknown(order) ? CancelForm(text, order) : "")}
            {(isWaiting || !MayTryAgain(order) ? "" : CodeForm(text, order))}
            <p><a id="next" href="/till">{text.NextPayer}</a> ·
            <a href="{ShopPage.PathOf(order.OutTradeNo)}">{text.ToOrder}</a></p>
            """);
    }

    /// <summary>Whether an outcome is to come that the charge itself did not bring.</summary>
    private static bool IsUnknown(ShopOrder order)
        => order is { IsPaid: false, Trouble.IsOutcomeUnknown: true }
            || order.State is TradeState.UserPaying;

    /// <summary>A refused code charged nobody: the same sale may be paid by another one.</summary>
    private static bool MayTryAgain(ShopOrder order)
        => order.State is TradeState.PayError
            || (order.State is TradeState.NotPay && order.Trouble is { IsOutcomeUnknown: false });

    private static string Said(ShopText text, ShopOrder order, bool isWaiting)
        => (isWaiting, order) switch
        {
            (true, _) => Outcome("waiting", text.Charging),
            (_, { IsPaid: true }) => Outcome("paid", text.NameOf(order.State)),
            (_, { Trouble: { } trouble, State: TradeState.NotPay or TradeState.UserPaying })
                => $"""
                    <p id="outcome" class="trouble">{ShopPage.Sentence(text, trouble)}</p>
                    """,
            _ => Outcome(
                order.State.ToString().ToLowerInvariant(), text.NameOf(order.State)),
        };

    private static string Outcome(string name, string said)
        => $"""<p id="outcome" class="state {name}">{ShopPage.Html(said)}</p>""";

    private static string CancelForm(ShopText text, ShopOrder order)
        => $"""
            <form method="post" action="/till/{ShopPage.Html(order.OutTradeNo)}/cancel">
            <button id="cancel" class="plain">{text.Cancel}</button></form>
            """;

    private static string CodeForm(ShopText text, ShopOrder order)
        => $"""
            <p>{text.AnotherCode}</p><form method="post" action="/till">
            <input type="hidden" name="order" value="{ShopPage.Html(order.OutTradeNo)}">
            {CodeField(text)}</form>
            """;

    private static string CodeField(ShopText text)
        => $"""
            <label for="till-code">{text.PayerCode}</label>
            <input id="till-code" name="code" required autofocus autocomplete="off">
            <button id="charge">{text.Charge}</button>
            """;

    private static string Option(ShopText text, Product product)
        => $"""
            <option value="{product.Id}">{ShopPage.Html(text.NameOf(product))}
            ¥{Yuan.Format(product.Fen)}</option>
            """;
}
