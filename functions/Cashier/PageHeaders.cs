using Microsoft.AspNetCore.Http;
using PayFunctions.MerchantApi;

namespace PayFunctions.Cashier;

/// <summary>The headers of everything a payer's browser is answered with.</summary>
internal static class PageHeaders
{
    /// <summary>Sets them.</summary>
    /// <param name="context">The call.</param>
    /// <param name="formTarget">Where the page posts a form besides ourselves, or null.</param>
    public static void Set(HttpContext context, Uri? formTarget = null)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy.Of(formTarget);
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers[RequestId.Header] = RequestId.Of(context);
    }
}
