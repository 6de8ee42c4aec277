using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>
/// Pays by card and code. What is entered of the card goes to the gateway and is kept nowhere
/// here either.
/// </summary>
internal sealed class CardRoutes(PayClient client, OrderBook book)
{
    /// <summary>The form.</summary>
    public const string Path = "/card";

    /// <summary>Adds them to a web application.</summary>
    public void Map(WebApplication web)
    {
        web.MapGet(Path, http => ShopPage.WriteAsync(
            http, CardPage.Form(ShopText.For(http.Request), book.DrawRefundNo())));
        web.MapPost(Path, http => CounterForm.HandleAsync(http, SendAsync));
        web.MapPost(Path + "/{outTradeNo}", (HttpContext http, string outTradeNo)
            => CounterForm.HandleAsync(http, form => PayAsync(form, outTradeNo)));
    }

    private async Task SendAsync(CounterForm form)
    {
        var order = book.Add(Product.All[0]);
        var request = client.NewRequest();
        Checkout.Describe(request, order, ShopRoutes.Root(form.Http));
        var sent = await client.SendKCodeAsync(
            request,
            new KCodeCard
            {
                OutRequestNo = form.Number,
                CardNo = form.Given("card_no"),
                MobileEnd = form.Given("mobile_end"),
            },
            form.Http.RequestAborted);
        await (sent.Value is { } known
            ? ShopPage.WriteAsync(
                form.Http,
                CardPage.Code(form.Text, known, $"{Path}/{order.OutTradeNo}", book.DrawRefundNo()))
            : form.AnswerAsync(sent.Problem, Path));
    }

    private async Task PayAsync(CounterForm form, string outTradeNo)
    {
        var cancel = form.Http.RequestAborted;
        var asked = await client.QueryAsync(OrderQueryRequest.ByOutTradeNo(outTradeNo), cancel);
        var paid = asked.Value is { } known
            ? await client.PayByKCodeAsync(
                known.TransactionId,
                new KCodePayment
                {
                    OutRequestNo = form.Number,
                    Code = form.Given("code"),
                    AccName = form.Given("name"),
                    CertificateType = "I",
                    CertificateNo = form.Given("certificate_no"),
                },
                cancel)
            : asked;
        if (paid.Value is { } answer)
        {
            book.Book(answer);
        }

        await form.AnswerAsync(paid.Problem, ShopPage.PathOf(outTradeNo));
    }
}
