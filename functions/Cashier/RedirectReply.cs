using Microsoft.AspNetCore.Http;

namespace PayFunctions.Cashier;

/// <summary>Sends the payer's browser elsewhere, by GET whatever it came by.</summary>
internal sealed class RedirectReply(string location) : IResult
{
    /// <summary>Where to.</summary>
    public string Location => location;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        PageHeaders.Set(httpContext);
        httpContext.Response.StatusCode = HttpMethods.IsGet(httpContext.Request.Method)
            ? StatusCodes.Status302Found
            : StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
