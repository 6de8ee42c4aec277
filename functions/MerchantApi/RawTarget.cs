using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PayFunctions.MerchantApi;

/// <summary>The path and query exactly as they came, for they are signed.</summary>
internal static class RawTarget
{
    /// <summary>The raw request target; rebuilt from its parts where the server hides it.</summary>
    public static string Of(HttpRequest request)
        => request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget
            is { Length: > 0 } raw && raw[0] == '/'
                ? raw
                : request.PathBase.ToUriComponent() + request.Path.ToUriComponent()
                    + request.QueryString.ToUriComponent();
}
