using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.MerchantApi;

/// <summary>The id of a request, in its answer and in every log line about it.</summary>
internal static class RequestId
{
    /// <summary>The header of every answer.</summary>
    public const string Header = "X-Request-Id";

    /// <summary>The trace's id where there is one, else the server's.</summary>
    public static string Of(HttpContext context)
        => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
