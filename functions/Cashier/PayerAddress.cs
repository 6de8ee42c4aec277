using System.Net;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Cashier;

/// <summary>
/// The payer's address. The front end of the cloud appends the one it saw to
/// <c>X-Forwarded-For</c>; whatever stands before that is the browser's own word. Channels use it
/// for their risk checks only.
/// </summary>
internal static class PayerAddress
{
    private const string Header = "X-Forwarded-For";

    /// <summary>The address, or null when there is none.</summary>
    public static IPAddress? Of(HttpRequest request)
    {
        var last = request.Headers[Header].LastOrDefault()?.Split(',')[^1].Trim();
        var seen = IPEndPoint.TryParse(last ?? "", out var point)
            ? point.Address
            : request.HttpContext.Connection.RemoteIpAddress;
        return seen is { IsIPv4MappedToIPv6: true } ? seen.MapToIPv4() : seen;
    }
}
