using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>ipaynow's own cashier: the payer chooses a way to pay.</summary>
internal sealed class ChoicePage(
    CheckoutBook<PayOrder> checkouts, TradeBook book, PageFrame frame)
{
    /// <summary>Where it is, before the page's token.</summary>
    public const string Path = "/choose";

    private static readonly (string Channel, string Name)[] Ways =
    [
        ("12", "支付宝 · Alipay"), ("13", "微信支付 · WeChat Pay"), ("11", "银联 · UnionPay"),
        ("25", "QQ钱包 · QQ wallet"),
    ];

    /// <summary>Adds the page and its buttons to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Path}/{{token}}", ShowAsync);
        routes.MapPost($"{Path}/{{token}}/{{channel}}", Choose);
    }

    private Task ShowAsync(HttpContext http, string token)
    {
        if (checkouts.Find(token) is not { Order: var order })
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return frame.WriteAsync(http, "<p>页面不存在 · This cashier does not exist.</p>");
        }

        var buttons = Ways.Select(w => $"""
            <form method="post" action="{Path}/{token}/{w.Channel}">
            <button id="way-{w.Channel}">{w.Name}</button></form>
            """);
        return frame.WriteAsync(http, $"""
            <p class="amount">¥ {Yuan.Format(order.Fen)}</p>
            <p class="subject">{PageFrame.Html(order.Subject)}</p>
            <p><code>{PageFrame.Html(order.OutTradeNo)}</code></p>{string.Concat(buttons)}
            """);
    }

    private IResult Choose(string token, string channel)
    {
        if (checkouts.Find(token) is not { } checkout
            || !Ways.Any(w => string.Equals(w.Channel, channel, StringComparison.Ordinal)))
        {
            return Results.NotFound();
        }

        book.Choose(checkout.Order, channel);
        return new SeeOther(checkout.Path);
    }

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Location = path;
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            return Task.CompletedTask;
        }
    }
}
