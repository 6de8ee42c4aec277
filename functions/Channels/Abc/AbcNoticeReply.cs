using System.Text.Encodings.Web;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What is answered to a notification. The bank's server takes the text of an element
/// <c>URL</c> as the page to open for the payer. Where there is none, and where nobody answers,
/// it opens our address in the payer's browser and lets that bring the same message. So taken is
/// said with the element, and refused by leaving it out: that is what makes the bank tell us
/// again. Both are pages as well, for the browser that brings a message shows them.
/// </summary>
internal static class AbcNoticeReply
{
    private const string Html = "text/html";

    // In entities, for an answer is ASCII: 付款 · Payment; 返回商户 · Back to the merchant; 处理中 …
    private const string Title = "&#20184;&#27454; &middot; Payment";
    private const string Onward = "&#32487;&#32493; &middot; Continue";
    private const string Nowhere =
        "&#35831;&#36820;&#22238;&#21830;&#25143; &middot; Please go back to the merchant.";

    /// <summary>Taken: the page for the payer in the bank's element, then as a page.</summary>
    public static NotificationReply Taken(Uri? payerPage)
        => payerPage is null
            ? Page(null)
            : new NotificationReply($"<URL>{Address(payerPage)}</URL>{Page(payerPage).Body}", Html);

    /// <summary>Refused: a page for the payer's browser, and nothing for the bank's server.
    /// </summary>
    public static NotificationReply Refused(Uri? payerPage) => Page(payerPage);

    // The bank reads the element as plain text, so the address stands there without HTML's escapes:
    // none of its characters may begin a tag or end the quotes below.
    private static string Address(Uri page)
        => page.AbsoluteUri.Replace("'", "%27", StringComparison.Ordinal);

    private static NotificationReply Page(Uri? payerPage)
    {
        var address = payerPage is null ? null : HtmlEncoder.Default.Encode(Address(payerPage));
        var refresh = address is null
            ? ""
            : $"""<meta http-equiv="refresh" content="0; url='{address}'">""";
        var body = address is null ? Nowhere : $"""<a href="{address}">{Onward}</a>""";
        return new NotificationReply(
            $$"""
            <html lang="zh"><head><meta charset="utf-8">{{refresh}}<title>{{Title}}</title>
            <style>url{display:none}</style></head><body><p>{{body}}</p></body></html>
            """,
            Html);
    }
}
