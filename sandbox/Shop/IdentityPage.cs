using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>Who somebody is: the form, and what was said.</summary>
internal static class IdentityPage
{
    /// <summary>The form.</summary>
    public static string Form(ShopText text, IEnumerable<string> products)
        => ShopPage.Frame(text, string.Empty, $"""
            <form method="post" action="{IdentityRoutes.Path}">
            <label for="channel">{text.CheckBy}</label>
            <select id="channel" name="channel">{string.Concat(products.Select(static p =>
                $"<option>{ShopPage.Html(p)}</option>"))}</select>
            {Field("name", text.PersonName, "张三")}
            {Field("certificate_no", text.CertificateNo, "110101199003070011")}
            {Field("card_no", text.CardNo, "6228480000000000001")}
            {Field("mobile", text.Mobile, "13800000001")}
            <button id="verify">{text.Verify}</button></form>
            """);

    /// <summary>The way to the channel.</summary>
    public static string Onward(ShopText text, Uri page)
        => ShopPage.Frame(text, string.Empty, $"""
            <p><a id="go" class="button" href="{ShopPage.Html(page.AbsoluteUri)}">{text.Verify}</a>
            </p>
            """);

    /// <summary>What is known.</summary>
    public static string Result(ShopText text, VerifyState state)
        => ShopPage.Frame(text, string.Empty, $"""
            <p>{text.Verified}</p>
            <p id="verified" class="state{(state is VerifyState.Passed ? " paid" : "")}">{state}</p>
            <p><a href="{IdentityRoutes.Path}">{text.Verify}</a></p>
            """);

    private static string Field(string name, string label, string usual)
        => $"""
            <label for="{name}">{label}</label>
            <input id="{name}" name="{name}" value="{usual}">
            """;
}
