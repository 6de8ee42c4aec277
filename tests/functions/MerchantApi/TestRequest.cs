using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>A request without a server.</summary>
internal static class TestRequest
{
    /// <summary>The id that every answer repeats.</summary>
    public const string Id = "request-1";

    /// <summary>Makes one.</summary>
    [SuppressMessage("Usage", "CA2234", Justification = "A Uri would tidy the path up.")]
    public static HttpContext New(
        IServiceProvider services, string method, string target, byte[]? body = null,
        string? contentType = null, bool hasLength = true)
    {
        var context = new DefaultHttpContext
        {
            RequestServices = services,
            TraceIdentifier = Id,
        };
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var request = context.Request;
        request.Method = method;
        request.Scheme = "https";
        request.Host = new HostString("pay.example");
        request.Path = PathString.FromUriComponent(query < 0 ? target : target[..query]);
        request.QueryString = new QueryString(query < 0 ? "" : target[query..]);
        request.Body = new MemoryStream(body ?? []);
        request.ContentType = contentType;
        request.ContentLength = hasLength ? body?.Length ?? 0 : null;
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Response.Body = new MemoryStream();
        return context;
    }
}
