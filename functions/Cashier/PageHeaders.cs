using Microsoft.AspNetCore.Http;
using PayFunctions.MerchantApi;

namespace PayFunctions.Cashier;

/// <summary>The headers of everything a payer's browser is answered with.</summary>
internal static class PageHeaders
{
    /// <summary>Sets them.</summary>
    /// <param name="context">The call.</param>
    /// <param name="formTarget">Where the page posts a form besides ourselves, or null.</param>
    /// <param name="namesOrigin">Whether the next site is told our origin.</param>
    public static void Set(
        HttpContext context, Uri? formTarget = null, bool namesOrigin = false)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy.Of(formTarget);
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = namesOrigin ? "strict-origin" : "no-referrer";
        headers[RequestId.Header] = RequestId.Of(context);
    }
}
