using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>
/// Deposits: an amount is held, taken in parts, and what is left is let go. What stands is asked of
/// the gateway at every look.
/// </summary>
internal sealed class DepositRoutes(PayClient client, OrderBook book)
{
    /// <summary>The form.</summary>
    public const string Path = "/deposits";

    private static readonly string[] Products =
        ["alipay_hold_qr", "abc_hold_page", "abc_hold_wap"];

    private static readonly TimeSpan HoldFor = TimeSpan.FromDays(1);

    /// <summary>Adds them to a web application.</summary>
    public void Map(WebApplication web)
    {
        web.MapGet(Path, http => ShopPage.WriteAsync(http, DepositPage.Form(
            ShopText.For(http.Request), Products, book.DrawOrderNo())));
        web.MapPost(Path, http => CounterForm.HandleAsync(http, AuthorizeAsync));
        web.MapGet(Path + "/{number}", ShowAsync);
        web.MapPost(Path + "/{number}/capture", (HttpContext http, string number)
            => CounterForm.HandleAsync(http, form => CaptureAsync(form, number)));
        web.MapPost(Path + "/{number}/void", (HttpContext http, string number)
            => CounterForm.HandleAsync(http, form => VoidAsync(form, number)));
    }

    private async Task AuthorizeAsync(CounterForm form)
    {
        var shop = ShopRoutes.Root(form.Http);
        var request = client.NewRequest();
        request.OutTradeNo = form.Number;
        request.TotalFee = form.Fen("amount");
        request.Subject = ChineseText.Words.Deposit;
        request.Channel = form.Given("channel");
        request.NotifyUrl = new Uri(shop, Checkout.NotifyPath).AbsoluteUri;
        request.ReturnUrl = new Uri(shop, PathOf(form.Number)).AbsoluteUri;
        var made = await client.AuthorizeAsync(request, HoldFor, form.Http.RequestAborted);
        await (made.Value is { } created
            ? ShopPage.WriteAsync(form.Http, ShopPage.Frame(
                form.Text, string.Empty, CounterPage.Onward(created.PayUrl, form.Text.Hold)))
            : form.AnswerAsync(made.Problem, Path));
    }

    private async Task ShowAsync(HttpContext http, string number)
    {
        var text = ShopText.For(http.Request);
        var known = await FindAsync(number, http.RequestAborted);
        await (known.Value is { } deposit
            ? ShopPage.WriteAsync(
                http, DepositPage.Html(text, deposit, PathOf(number), book.DrawOrderNo()))
            : ShopPage.WriteAsync(
                http, ShopPage.Missing(text), StatusCodes.Status404NotFound));
    }

    private async Task CaptureAsync(CounterForm form, string number)
    {
        var cancel = form.Http.RequestAborted;
        var known = await FindAsync(number, cancel);
        var problem = known.Value is { } deposit
            ? (await client.CaptureAsync(
                deposit.AuthorizationId,
                new CaptureRequest
                {
                    OutTradeNo = form.Number,
                    TotalFee = form.Fen("amount"),
                    IsFinal = form.Given("final") is not null,
                },
                cancel)).Problem
            : known.Problem;
        await form.AnswerAsync(problem, PathOf(number));
    }

    private async Task VoidAsync(CounterForm form, string number)
    {
        var cancel = form.Http.RequestAborted;
        var known = await FindAsync(number, cancel);
        var problem = known.Value is { } deposit
            ? (await client.VoidAsync(
                deposit.AuthorizationId, new VoidRequest { OutRequestNo = form.Number }, cancel))
                .Problem
            : known.Problem;
        await form.AnswerAsync(problem, PathOf(number));
    }

    private Task<PayResult<AuthorizationResponse>> FindAsync(
        string number, CancellationToken cancel)
        => client.QueryAuthorizationAsync(
            AuthorizationQueryRequest.ByOutTradeNo(number), cancel);

    private static string PathOf(string number) => $"{Path}/{Uri.EscapeDataString(number)}";
}
