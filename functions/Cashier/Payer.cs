using System.Globalization;
using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;

namespace PayFunctions.Cashier;

/// <summary>Who asks: a browser, its language, and the moment.</summary>
/// <param name="Request">The request.</param>
/// <param name="Texts">Its language.</param>
/// <param name="Now">Read once for the call.</param>
internal sealed record Payer(HttpRequest Request, CashierTexts Texts, DateTimeOffset Now)
{
    /// <summary>How often a page refreshes itself before it leaves that to the payer.</summary>
    public const int MaxLooks = 60;

    private const string LookName = "look";

    /// <summary>Reads the request.</summary>
    public static Payer Of(HttpRequest request, TimeProvider time)
        => new(
            request, LanguageRules.Choose(request.Headers.AcceptLanguage), time.GetUtcNow());

    /// <summary>What the payer looks with.</summary>
    public PayerBrowser Browser => BrowserOf(Request);

    /// <summary>What a request was made with.</summary>
    public static PayerBrowser BrowserOf(HttpRequest request)
        => new(request.Headers.UserAgent.ToString());

    /// <summary>The id of the request.</summary>
    public string RequestId => MerchantApi.RequestId.Of(Request.HttpContext);

    /// <summary>The page's next look at itself, or null when it has looked often enough.</summary>
    public string? NextLook(string path)
    {
        var looks = int.TryParse(
            Request.Query[LookName], NumberStyles.None,
            CultureInfo.InvariantCulture, out var seen)
                ? seen
                : 0;
        return looks < MaxLooks
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{path}?{LookName}={looks + 1}")
            : null;
    }
}
