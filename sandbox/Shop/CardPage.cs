using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>A payment by card and code: the card, then the code from the phone.</summary>
internal static class CardPage
{
    /// <summary>The card.</summary>
    public static string Form(ShopText text, string number)
        => ShopPage.Frame(text, string.Empty, CounterPage.Form(
            CardRoutes.Path, number, "send", text.SendCode,
            $"""
            <p>{ShopPage.Html(text.NameOf(Product.All[0]))}</p>
            {CounterPage.Field("card_no", text.CardNo, "6228480000000000001")}
            {CounterPage.Field("mobile_end", text.MobileEnd, "8888")}
            """));

    /// <summary>The code, or the way to sign up first.</summary>
    /// <param name="text">The words.</param>
    /// <param name="order">The order as the gateway knows it.</param>
    /// <param name="path">Where the code is sent.</param>
    /// <param name="number">The number of that request.</param>
    public static string Code(
        ShopText text, OrderQueryResponse order, string path, string number)
        => ShopPage.Frame(text, string.Empty, order.SignUrl is { } page
            ? CounterPage.Onward(page, text.Sign)
            : CounterPage.State($"{order.KCodeState}", order.KCodeState is KCodeState.Sent)
                + CounterPage.Form(
                    path, number, "pay", text.Pay,
                    $"""
                    {CounterPage.Field("code", text.CodeFromPhone)}
                    {CounterPage.Field("name", text.PersonName, "张三")}
                    {CounterPage.Field("certificate_no", text.CertificateNo,
                        "110101199003070011")}
                    """));
}
