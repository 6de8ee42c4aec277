using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>
/// The frame of a simulator's pages: no script, no login, nothing from elsewhere.
/// </summary>
/// <param name="title">Names the channel and says that this is a sandbox.</param>
/// <param name="colour">The channel's colour in CSS, dark enough to be read on white.</param>
internal sealed class PageFrame(string title, string colour)
{
    /// <summary>Where the style sheet is.</summary>
    public const string StylePath = "/cashier.css";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string style = $$"""
        body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f2f5fa;color:#1b2330}
        main{max-width:26rem;margin:2rem auto;padding:1.5rem;background:#fff;border-radius:.5rem}
        h1{font-size:1.1rem;margin:0 0 1rem;color:{{colour}}}
        .amount{font-size:2.2rem;margin:.5rem 0}
        .subject{overflow-wrap:anywhere}
        form{margin:.75rem 0}
        button{width:100%;min-height:2.75rem;font:inherit;border:1px solid {{colour}};
        border-radius:.4rem;background:#fff;color:{{colour}}}
        button.main{background:{{colour}};color:#fff}
        input{font:inherit;width:5rem;padding:.35rem;margin:0 .35rem .35rem}
        code{overflow-wrap:anywhere}
        """;

    /// <summary>Text for an element or an attribute in double quotes.</summary>
    public static string Html(string text) => Encoder.Encode(text);

    /// <summary>Sends a page.</summary>
    /// <param name="http">The request it answers.</param>
    /// <param name="body">HTML for the body.</param>
    /// <param name="head">HTML for the head.</param>
    /// <param name="formTarget">An address elsewhere that a form of the page posts to.</param>
    /// <param name="leadsOn">Whether that address sends the browser on to wherever it likes:
    /// browsers hold redirects after a form against the policy too.</param>
    public async Task WriteAsync(
        HttpContext http, string body, string head = "", Uri? formTarget = null,
        bool leadsOn = false)
    {
        var target = leadsOn ? " *"
            : formTarget is null ? string.Empty
            : " " + formTarget.GetLeftPart(UriPartial.Authority);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; form-action 'self'{target}; "
            + "frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        http.Response.ContentType = "text/html;charset=utf-8";
        await http.Response.WriteAsync(
            $"""
            <!doctype html><html lang="zh"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <link rel="stylesheet" href="{StylePath}">{head}<title>{Html(title)}</title></head>
            <body><main><h1>{Html(title)}</h1>{body}</main></body></html>
            """,
            http.RequestAborted);
    }

    /// <summary>Sends the style sheet.</summary>
    public async Task StyleAsync(HttpContext http)
    {
        http.Response.ContentType = "text/css;charset=utf-8";
        await http.Response.WriteAsync(style, http.RequestAborted);
    }
}
