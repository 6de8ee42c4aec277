using System.Text.Json;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>
/// The payer's wallet: it checks what a front end hands it before it shows anything. Three shapes:
/// a page's, a mini program's (without the application, which is the program itself), an
/// application's.
/// </summary>
internal sealed class Wallet(
    WeChatPaySimulatorOptions options, Merchants merchants, PrepayBook prepays)
{
    private const string PagePrefix = "prepay_id=";
    private const string AppPackage = "Sign=WXPay";
    private const string SignType = "RSA";

    private static readonly string[] OfPages =
        ["timeStamp", "nonceStr", "package", "signType", "paySign"];

    private static readonly string[] OfApps =
        ["appid", "partnerid", "prepayid", "package", "noncestr", "timestamp", "sign"];

    /// <summary>What the parameters open, or a sentence about what is wrong with them.</summary>
    /// <param name="parameters">As the front end has them.</param>
    /// <param name="program">The mini program that calls; empty for a page or application.</param>
    public (Prepay? Prepay, string? Refusal) Open(JsonElement parameters, string program)
    {
        if (parameters.ValueKind is not JsonValueKind.Object)
        {
            return (null, "The parameters are a JSON object.");
        }

        var isApp = parameters.TryGetProperty("prepayid", out _);
        var wanted = isApp ? OfApps
            : program.Length > 0 ? OfPages
            : OfPages.Prepend("appId");
        var names = parameters.EnumerateObject().Select(static p => p.Name).ToList();
        return !names.Order(StringComparer.Ordinal)
                .SequenceEqual(wanted.Order(StringComparer.Ordinal), StringComparer.Ordinal)
                ? (null, $"The parameters are {string.Join(", ", wanted)}.")
            : parameters.EnumerateObject().Any(
                static p => p.Value.ValueKind is not JsonValueKind.String)
                ? (null, "Every parameter is text.")
            : isApp ? OpenApp(parameters)
            : OpenPage(
                parameters, program.Length > 0 ? program : parameters.TextAt("appId"));
    }

    private (Prepay? Prepay, string? Refusal) OpenPage(JsonElement parameters, string appId)
    {
        var package = parameters.TextAt("package");
        return parameters.TextAt("signType") is not SignType
                ? (null, $"signType is {SignType}.")
            : !package.StartsWith(PagePrefix, StringComparison.Ordinal)
                ? (null, $"package is {PagePrefix}….")
            : Open(
                package[PagePrefix.Length..], Product.Jsapi, appId,
                [
                    appId, parameters.TextAt("timeStamp"), parameters.TextAt("nonceStr"), package,
                ],
                parameters.TextAt("paySign"));
    }

    private (Prepay? Prepay, string? Refusal) OpenApp(JsonElement parameters)
    {
        var (appId, id) = (parameters.TextAt("appid"), parameters.TextAt("prepayid"));
        if (parameters.TextAt("package") is not AppPackage)
        {
            return (null, $"package is {AppPackage}.");
        }

        var opened = Open(
            id, Product.App, appId,
            [appId, parameters.TextAt("timestamp"), parameters.TextAt("noncestr"), id],
            parameters.TextAt("sign"));
        return opened.Prepay is { } prepay
            && parameters.TextAt("partnerid") is var partner
            && !string.Equals(partner, prepay.Order.Party.MchId, StringComparison.Ordinal)
            && !string.Equals(partner, prepay.Order.Party.SubMchId, StringComparison.Ordinal)
            ? (null, "partnerid is another merchant's.")
            : opened;
    }

    private (Prepay? Prepay, string? Refusal) Open(
        string id, Product product, string appId, string[] lines, string signature)
    {
        if (prepays.Find(id, options.Time.GetUtcNow()) is not { } prepay
            || prepay.Order.Product != product)
        {
            return (null, "This prepay_id is unknown, too old, or for another product.");
        }

        return !prepay.Order.Identity.Has(appId)
                ? (null, "The order belongs to another application.")
            : !merchants.Of(prepay.Order).HasSigned(SignedText.Of(lines), signature)
                ? (null, "The signature does not fit.")
            : (prepay, null);
    }
}
