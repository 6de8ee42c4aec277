using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Shop;

/// <summary>What the pages of deposits, subscriptions and cards share.</summary>
internal static class CounterPage
{
    /// <summary>A list of ways to choose from.</summary>
    public static string Choice(ShopText text, IEnumerable<string> products)
        => $"""
            <label for="channel">{text.PayBy}</label>
            <select id="channel" name="channel">{string.Concat(products.Select(static p =>
                $"<option>{ShopPage.Html(p)}</option>"))}</select>
            """;

    /// <summary>A field with what usually stands in it.</summary>
    public static string Field(string name, string label, string usual = "")
        => $"""
            <label for="{name}">{label}</label>
            <input id="{name}" name="{name}" value="{ShopPage.Html(usual)}">
            """;

    /// <summary>A form with a number of its own: sent twice, it is one wish.</summary>
    public static string Form(
        string path, string number, string id, string button, string fields = "")
        => $"""
            <form method="post" action="{path}">
            <input type="hidden" name="number" value="{ShopPage.Html(number)}">{fields}
            <button id="{id}">{button}</button></form>
            """;

    /// <summary>The way to the gateway's page or the channel's. A link: the policy lets no form
    /// lead elsewhere.</summary>
    public static string Onward(Uri page, string words)
        => $"""
            <p><a id="go" class="button" href="{ShopPage.Html(page.AbsoluteUri)}">{words}</a></p>
            """;

    /// <summary>A state, as the page's main word.</summary>
    public static string State(string words, bool isGood)
        => $"""<p id="state" class="state{(isGood ? " paid" : "")}">{ShopPage.Html(words)}</p>""";

    /// <summary>An amount with its name.</summary>
    public static string Amount(string id, string words, long fen)
        => $"""<li>{words}: <span id="{id}">{Yuan.Format(fen)}</span></li>""";
}
