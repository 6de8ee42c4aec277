using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PayFunctions.Host;

namespace PayFunctions.Cashier;

/// <summary>The files that pages load: a fixed list, embedded, kept by browsers for long.</summary>
internal sealed class CashierAssets(GatewayAddress gateway)
{
    /// <summary>The stylesheet.</summary>
    public const string Style = "cashier.css";

    /// <summary>The script of the page where the payer chooses.</summary>
    public const string CashierScript = "cashier.js";

    /// <summary>The script of the page with a form to the channel.</summary>
    public const string HandoverScript = "handover.js";

    /// <summary>The script of the page that opens the payer's wallet.</summary>
    public const string WalletScript = "wallet.js";

    /// <summary>The stylesheet of the merchant's console.</summary>
    public const string ConsoleStyle = "console.css";

    private const string LongCache = "public, max-age=31536000, immutable";
    private const string ScriptType = "text/javascript; charset=utf-8";

    private static readonly FrozenDictionary<string, CashierAsset> Files =
        new Dictionary<string, CashierAsset>(StringComparer.Ordinal)
        {
            [Style] = CashierAsset.Read(Style, "text/css; charset=utf-8"),
            [ConsoleStyle] = CashierAsset.Read(ConsoleStyle, "text/css; charset=utf-8"),
            [CashierScript] = CashierAsset.Read(CashierScript, ScriptType),
            [HandoverScript] = CashierAsset.Read(HandoverScript, ScriptType),
            [WalletScript] = CashierAsset.Read(WalletScript, ScriptType),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The addresses, each with the tag of its content.</summary>
    public AssetLinks Links { get; } = new(
        Href(gateway, Style), Href(gateway, CashierScript), Href(gateway, HandoverScript),
        Href(gateway, WalletScript), Href(gateway, ConsoleStyle));

    /// <summary>The names of the files.</summary>
    public static IEnumerable<string> Names => Files.Keys;

    /// <summary>Answers with a file, 304 where the browser has it, or 404.</summary>
    public static IResult Get(HttpRequest request, string file)
    {
        PageHeaders.Set(request.HttpContext);
        if (Files.GetValueOrDefault(file) is not { } asset)
        {
            return Results.NotFound();
        }

        request.HttpContext.Response.Headers.CacheControl = LongCache;
        return Results.Bytes(
            asset.Bytes, asset.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{asset.Tag}\""));
    }

    private static string Href(GatewayAddress gateway, string file)
        => $"{gateway.Asset(file).AbsolutePath}?v={Files[file].Tag}";
}
