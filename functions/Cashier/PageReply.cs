using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PayFunctions.MerchantApi;

namespace PayFunctions.Cashier;

/// <summary>A page as an answer.</summary>
/// <typeparam name="TPage">The page.</typeparam>
/// <typeparam name="TView">What it shows.</typeparam>
internal sealed class PageReply<TPage, TView>(
    TView view, CashierTexts texts, int status = StatusCodes.Status200OK, Uri? formTarget = null,
    bool namesOrigin = false)
    : IResult, IStatusCodeHttpResult
    where TPage : PageBase<TView>
    where TView : class
{
    /// <summary>What it shows.</summary>
    public TView View => view;

    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = Encoding.UTF8.GetBytes(await RenderAsync(httpContext.RequestServices));
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        PageHeaders.Set(httpContext, formTarget, namesOrigin);
        response.Headers.ContentLanguage = texts.Language;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter =
                ApiError.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private async Task<string> RenderAsync(IServiceProvider services)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(
            StringComparer.Ordinal)
        {
            [nameof(PageBase<>.View)] = view,
            [nameof(PageBase<>.Texts)] = texts,
            [nameof(PageBase<>.Links)] =
                services.GetRequiredService<CashierAssets>().Links,
        });
        await using var renderer = new HtmlRenderer(
            services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString());
    }
}
