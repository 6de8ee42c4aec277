using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>The pages behind PaymentURL: a token of 20 digits leads to the pay page.</summary>
internal sealed class PayPages(CheckoutBook<PayOrder> checkouts, PayPage page, TimeProvider time)
{
    /// <summary>Where tokens are taken.</summary>
    public const string Path = "/EbusPerbankFront/PaymentModeNewAct";

    private const ulong ChanceMax = 10_000_000_000;

    private readonly ConcurrentDictionary<string, string> pathOfToken =
        new(StringComparer.Ordinal);

    /// <summary>Opens a page for an order; null where there is no room.</summary>
    public Uri? Open(PayOrder order, Uri root)
    {
        if (checkouts.Open(order) is not { } checkout)
        {
            return null;
        }

        // Ten digits of time and ten of chance, as those that were seen.
        var chance = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)))
            % ChanceMax;
        var token = string.Create(
            CultureInfo.InvariantCulture,
            $"{time.GetUtcNow().ToUnixTimeSeconds()}{chance:0000000000}");
        pathOfToken[token] = checkout.Path;
        return new(root, $"{Path}?TOKEN={token}");
    }

    /// <summary>Takes the payer's browser to the pay page.</summary>
    public async Task ShowAsync(HttpContext http)
    {
        if (pathOfToken.TryGetValue(http.Request.Query["TOKEN"].ToString(), out var path))
        {
            http.Response.Redirect(path);
            return;
        }

        await page.UnknownAsync(http);
    }
}
