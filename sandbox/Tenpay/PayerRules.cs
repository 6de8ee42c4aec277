using System.Net;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>The risk checks of a payer who comes to the page.</summary>
internal static class PayerRules
{
    private const long LetThroughBelow = 100;

    /// <summary>Why a payer is turned away; null where he is not.</summary>
    public static string? Check(HttpContext http, Request request, PayOrder order)
    {
        if (order.Fen < LetThroughBelow)
        {
            return null;
        }

        if (!IPAddress.TryParse(request["spbill_create_ip"], out var named)
            || !named.Equals(http.Connection.RemoteIpAddress?.MapToIPv4()))
        {
            return "spbill_create_ip 与付款人的地址不符 · is not the payer's address";
        }

        return Uri.TryCreate(
                http.Request.Headers.Referer.ToString(), UriKind.Absolute, out var from)
            && string.Equals(
                from.Host, order.Merchant.Registered.Domain, StringComparison.OrdinalIgnoreCase)
                ? null
                : "来源域名未登记 · the payer comes from a domain that is not registered";
    }
}
