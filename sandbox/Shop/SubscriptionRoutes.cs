using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>
/// Subscriptions: a payer signs once, is debited within limits, and may end it. What stands is
/// asked of the gateway at every look.
/// </summary>
internal sealed class SubscriptionRoutes(PayClient client, OrderBook book, TimeProvider time)
{
    /// <summary>The form.</summary>
    public const string Path = "/subscriptions";

    private const int ValidDays = 365;
    private const string UsualPayer = "2088000000000001";

    private static readonly string[] Products =
        ["alipay_agreement", "alipay_agreement_wap", "abc_agreement", "abc_agreement_wap"];

    private static readonly PayerCertificate Certificate = new("I", "110101199003070011");

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Adds them to a web application.</summary>
    public void Map(WebApplication web)
    {
        web.MapGet(Path, http => ShopPage.WriteAsync(http, SubscriptionPage.Form(
            ShopText.For(http.Request), Products, book.DrawOrderNo())));
        web.MapPost(Path, http => CounterForm.HandleAsync(http, SignAsync));
        web.MapGet(Path + "/{number}", ShowAsync);
        web.MapPost(Path + "/{number}/debit", (HttpContext http, string number)
            => CounterForm.HandleAsync(http, form => DebitAsync(form, number)));
        web.MapPost(Path + "/{number}/end", (HttpContext http, string number)
            => CounterForm.HandleAsync(http, form => EndAsync(form, number)));
    }

    private async Task SignAsync(CounterForm form)
    {
        var shop = ShopRoutes.Root(form.Http);
        var made = await client.SignAgreementAsync(
            new AgreementRequest
            {
                OutAgreementNo = form.Number,
                Channel = form.Given("channel"),
                Subject = ChineseText.Words.Subscription,
                SingleLimit = form.Fen("amount"),
                ValidDays = ValidDays,
                Period = new AgreementPeriod(
                    PeriodUnit.Month, 1,
                    DateOnly.FromDateTime(time.GetUtcNow().ToOffset(China).DateTime)),
                Certificate = Certificate,
                PayerId = UsualPayer,
                NotifyUrl = new Uri(shop, Checkout.NotifyPath),
                ReturnUrl = new Uri(shop, PathOf(form.Number)),
            },
            form.Http.RequestAborted);
        await (made.Value is { SignUrl: { } page }
            ? ShopPage.WriteAsync(form.Http, ShopPage.Frame(
                form.Text, string.Empty, CounterPage.Onward(page, form.Text.Sign)))
            : form.AnswerAsync(made.Problem, PathOf(form.Number)));
    }

    private async Task ShowAsync(HttpContext http, string number)
    {
        var text = ShopText.For(http.Request);
        var known = await FindAsync(number, http.RequestAborted);
        await (known.Value is { } agreement
            ? ShopPage.WriteAsync(http, SubscriptionPage.Html(
                text, agreement, PathOf(number), book.DrawOrderNo()))
            : ShopPage.WriteAsync(
                http, ShopPage.Missing(text), StatusCodes.Status404NotFound));
    }

    private async Task DebitAsync(CounterForm form, string number)
    {
        var cancel = form.Http.RequestAborted;
        var known = await FindAsync(number, cancel);
        var problem = known.Value is { } agreement
            ? (await client.DebitAsync(
                new DebitRequest
                {
                    AgreementId = agreement.AgreementId,
                    OutTradeNo = form.Number,
                    TotalFee = form.Fen("amount"),
                    Subject = ChineseText.Words.Subscription,
                    NotifyUrl = new Uri(ShopRoutes.Root(form.Http), Checkout.NotifyPath),
                },
                cancel)).Problem
            : known.Problem;
        await form.AnswerAsync(problem, PathOf(number));
    }

    private async Task EndAsync(CounterForm form, string number)
    {
        var cancel = form.Http.RequestAborted;
        var known = await FindAsync(number, cancel);
        var problem = known.Value is { } agreement
            ? (await client.UnsignAsync(agreement.AgreementId, cancel)).Problem
            : known.Problem;
        await form.AnswerAsync(problem, PathOf(number));
    }

    private Task<PayResult<AgreementResponse>> FindAsync(string number, CancellationToken cancel)
        => client.QueryAgreementAsync(AgreementQueryRequest.ByOutAgreementNo(number), cancel);

    private static string PathOf(string number) => $"{Path}/{Uri.EscapeDataString(number)}";
}
