using System.Globalization;
using PayFunctions.Sdk;
using Yuan = PayFunctions.Sandbox.Simulation.Yuan;

namespace PayFunctions.Sandbox.Shop;

/// <summary>One order: how to pay it, what is known of it, how to give its money back.</summary>
internal static class OrderPage
{
    private const int ReloadSeconds = 3;

    /// <summary>The page; it loads itself again while something is to be waited for.</summary>
    /// <param name="text">The words.</param>
    /// <param name="order">The order.</param>
    /// <param name="channel">The name of the way it is paid, as HTML.</param>
    /// <param name="toPay">What there is to do for a payer, as HTML.</param>
    /// <param name="refundNo">The number of a refund that is asked for with this page.</param>
    public static string Html(
        ShopText text, ShopOrder order, string channel, string toPay, string refundNo)
    {
        var state = ShopPage.Html(text.NameOf(order.State));
        return ShopPage.Frame(
            text,
            order.IsOver ? string.Empty : ShopPage.Reload(ReloadSeconds),
            $"""
            <p>{ShopPage.Html(text.NameOf(order.Product))} ·
            <span class="price">¥{Yuan.Format(order.Product.Fen)}</span> · {channel}</p>
            <p id="state" class="state{(order.IsPaid ? " paid" : "")}">{state}</p>{toPay}
            {(order.LeftFen > 0 ? RefundForm(text, order, refundNo, order.LeftFen) : "")}
            {(order.Refunds.Count > 0 ? Refunds(text, order) : "")}
            <h2>{text.Notices}</h2>{Notices(text, order)}
            <p><code>{ShopPage.Html(order.OutTradeNo)}</code></p>
            <p><a href="/orders">{text.Orders}</a> · <a href="/">{text.Back}</a></p>
            """);
    }

    /// <summary>The way to the gateway's page or the channel's.</summary>
    public static string PayLink(ShopText text, string payUrl)
        => $"""
            <p><a id="pay" class="button" href="{ShopPage.Html(payUrl)}">{text.Pay}</a></p>
            <p>{text.PayHint}</p>
            """;

    /// <summary>The code to scan, and the link it stands for.</summary>
    public static string Code(ShopText text, string codeUrl)
        => $"""
            <p>{text.Scan}</p><div id="qr">{QrCode.Svg(codeUrl)}</div>
            <p>{CodeLink(codeUrl)}</p><p>{text.PayHint}</p>
            """;

    /// <summary>There is no code yet, and why.</summary>
    public static string NoCode(ShopText text, PayProblem? problem)
        => $"""
            <p>{text.NoCode}</p>
            {(problem is null ? "" : Problem(text, problem))}
            """;

    /// <summary>What the gateway did not like.</summary>
    public static string Problem(ShopText text, PayProblem problem)
        => $"""<p id="problem" class="trouble">{ShopPage.Sentence(text, problem)}</p>""";

    /// <summary>Asks how much is to be given back; one form is one refund.</summary>
    public static string RefundForm(ShopText text, ShopOrder order, string refundNo, long fen)
        => $"""
            <form method="post" action="{ShopPage.PathOf(order.OutTradeNo)}/refund">
            <input type="hidden" name="out_request_no" value="{ShopPage.Html(refundNo)}">
            <label for="refund-amount">{text.RefundAmount}</label>
            <input id="refund-amount" name="amount" value="{Yuan.Format(fen)}" required
            inputmode="decimal" autocomplete="off">
            <button id="refund">{text.Refund}</button></form>
            """;

    /// <summary>The notifications of an order.</summary>
    public static string Notices(ShopText text, ShopOrder order)
        => order.Notices.Count == 0
            ? $"<p>{text.None}</p>"
            : $"<ul>{string.Concat(order.Notices.Select(n => Notice(text, n)))}</ul>";

    /// <summary>A code need not be an address that a browser may follow.</summary>
    private static string CodeLink(string codeUrl)
        => Uri.TryCreate(codeUrl, UriKind.Absolute, out var address)
            && address.Scheme is not ("javascript" or "data" or "file")
                ? $"""<a id="code" href="{ShopPage.Html(codeUrl)}">{ShopPage.Html(codeUrl)}</a>"""
                : $"""<code id="code">{ShopPage.Html(codeUrl)}</code>""";

    private static string Refunds(ShopText text, ShopOrder order)
        => $"""
            <h2>{text.Refunds}</h2>
            <ul id="refunds">{string.Concat(order.Refunds.Select(r => Refund(text, r)))}</ul>
            """;

    private static string Refund(ShopText text, ShopRefund refund)
    {
        string[] parts =
        [
            $"""<span class="price">¥{Yuan.Format(refund.Fen)}</span>""",
            ShopPage.Html(text.NameOf(refund.State)),
            ShopPage.Html(text.NameOf(refund.Origin)),
            $"<code>{ShopPage.Html(refund.OutRequestNo ?? refund.RefundId)}</code>",
        ];
        return $"""
            <li class="refund {refund.State.ToString().ToLowerInvariant()}">
            {string.Join(" · ", parts.Where(static p => p.Length > 0))}</li>
            """;
    }

    private static string Notice(ShopText text, ShopNotice notice)
    {
        var news = notice.Refund is { } refund
            ? $"{text.Refund}: {text.NameOf(refund)}"
            : text.NameOf(notice.State);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <li>{notice.At:yyyy-MM-dd HH:mm:ss}Z · {ShopPage.Html(news)} ·
            v{notice.Version} · <code>{ShopPage.Html(notice.NotifyId)}</code></li>
            """);
    }
}
