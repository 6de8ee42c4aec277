using System.Globalization;
using Microsoft.Extensions.Options;
using PayFunctions.Keys;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Cashier;

/// <summary>
/// The way back to the merchant: its return_url with signed parameters behind its own. They are for
/// display only; what counts is the notification and the query.
/// </summary>
internal sealed class ReturnLink(KeyRing keys, IOptions<KeysOptions> options, TimeProvider time)
{
    /// <summary>The address, or null when the merchant gave none.</summary>
    public async Task<string?> OfAsync(Order order, CancellationToken cancellation)
    {
        if (order.Terms.ReturnUrl is not { } returnUrl)
        {
            return null;
        }

        var key = await keys.CurrentAsync(options.Value.SigningKey, cancellation);
        var fields = Fields(order, key.KeyId, time.GetUtcNow());
        var sign = await key.SignAsync(ParameterSignature.BytesOf(fields), cancellation);
        return Append(
            returnUrl, FormText.Write(fields.Append(KeyValuePair.Create("sign", sign))));
    }

    private static List<KeyValuePair<string, string>> Fields(
        Order order, string keyId, DateTimeOffset now) =>
    [
        new("app_id", order.AppId),
        new("out_trade_no", order.OutTradeNo),
        new("transaction_id", order.Id.Value),
        new("trade_state", TradeState.Of(order.State)),
        new("total_fee", Number(order.Terms.Total.Fen)),
        new("fee_type", order.Terms.Total.Currency),
        new("order_version", Number(order.Version)),
        new("timestamp", Number(now.ToUnixTimeSeconds())),
        new("charset", "utf-8"),
        new("version", "1.0"),
        new("sign_type", ParameterSignature.SignType),
        new("key_id", keyId),
    ];

    /// <summary>Keeps the merchant's own query as it is, and its fragment at the end.</summary>
    private static string Append(string url, string parameters)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = hash < 0 ? (url, "") : (url[..hash], url[hash..]);
        var separator = !address.Contains('?', StringComparison.Ordinal) ? "?"
            : address.EndsWith('?') || address.EndsWith('&') ? ""
            : "&";
        return address + separator + parameters + fragment;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
