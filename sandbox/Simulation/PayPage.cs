namespace PayFunctions.Sandbox.Simulation;

/// <summary>What a payer sees: the order, what can be done, what became of it.</summary>
/// <param name="frame">The frame around it.</param>
/// <param name="act">What the button says with which the payer does it.</param>
internal sealed class PayPage(PageFrame frame, string act = "支付 · Pay")
{
    /// <summary>The longest a payer may put paying off, in seconds.</summary>
    public const int MaximumDelaySeconds = 3600;

    /// <summary>The frame around it.</summary>
    public PageFrame Frame => frame;

    /// <summary>The order and what the payer can do.</summary>
    public Task ChoiceAsync(
        HttpContext http, string path, ICheckoutOrder order, bool canDecline, bool waiting)
        => frame.WriteAsync(
            http,
            Summary(order)
            + (waiting ? "<p>等待付款 · Waiting for the payment…</p>" : string.Empty)
            + $"""
            <form method="post" action="{path}/pay">
            <button class="main" id="pay">{act}</button></form>
            <form method="post" action="{path}/cancel">
            <button id="cancel">取消 · Cancel</button></form>
            """
            + (canDecline
                ? $"""
                <form method="post" action="{path}/decline">
                <button id="decline">银行拒绝 · Declined by the bank</button></form>
                """
                : string.Empty)
            + $"""
            <form method="post" action="{path}/later">
            <label>秒后 · Seconds<input name="seconds" type="number" value="15" min="1"
            max="{MaximumDelaySeconds}"></label>
            <button id="later">稍后支付 · Pay later</button></form>
            """,
            waiting ? """<meta http-equiv="refresh" content="2">""" : string.Empty);

    /// <summary>Paid; the browser goes on by itself where it can.</summary>
    public Task PaidAsync(HttpContext http, ICheckoutOrder order, WireMessage? back)
    {
        var body = Summary(order) + """<p id="paid">支付成功 · Paid</p>""";
        if (back is null)
        {
            return frame.WriteAsync(http, body);
        }

        if (back.Method is "POST")
        {
            return frame.WriteAsync(
                http, body + ReturnForm(back), formTarget: new Uri(back.Url));
        }

        var link = PageFrame.Html(back.Url);
        return frame.WriteAsync(
            http,
            body + $"""<p><a id="return" href="{link}">返回商户 · Back to the merchant</a></p>""",
            $"""<meta http-equiv="refresh" content="1;url={link}">""");
    }

    /// <summary>Not paid, by the payer's choice.</summary>
    public Task LeftAsync(HttpContext http, string path, ICheckoutOrder order)
        => frame.WriteAsync(
            http,
            Summary(order)
            + """<p id="left">没有支付 · Not paid</p>"""
            + $"""<p><a href="{path}">返回支付 · Pay after all</a></p>"""
            + (WireMessage.IsWeb(order.QuitUrl)
                ? $"""<p><a id="quit" href="{PageFrame.Html(order.QuitUrl)}">离开 · Leave</a></p>"""
                : string.Empty));

    /// <summary>Too late.</summary>
    public Task ClosedAsync(HttpContext http, ICheckoutOrder order)
        => frame.WriteAsync(http, Summary(order) + """<p id="closed">交易已关闭 · Closed</p>""");

    /// <summary>No such page.</summary>
    public Task UnknownAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return frame.WriteAsync(http, "<p>页面不存在 · This pay page does not exist.</p>");
    }

    /// <summary>The request or the act was bad.</summary>
    public Task RefusedAsync(HttpContext http, string refusal)
        => frame.WriteAsync(
            http,
            $"""<p id="error">错误 · Error <code>{PageFrame.Html(refusal)}</code></p>""");

    private static string Summary(ICheckoutOrder order)
        => $"""
            <p class="amount">¥ {Yuan.Format(order.Fen)}</p>
            <p class="subject">{PageFrame.Html(order.Subject)}</p>
            <p><code>{PageFrame.Html(order.OutTradeNo)}</code></p>
            """;

    /// <summary>Without a script a form waits for the payer's press.</summary>
    public static string ReturnForm(WireMessage back)
    {
        var fields = FormFields.Parse(back.Text, Charset.Utf8).Select(static f =>
            $"""
            <input type="hidden" name="{PageFrame.Html(f.Key)}" value="{PageFrame.Html(f.Value)}">
            """);
        return $"""
            <form method="post" action="{PageFrame.Html(back.Url)}">{string.Concat(fields)}
            <button class="main" id="return">返回商户 · Back to the merchant</button></form>
            """;
    }
}
