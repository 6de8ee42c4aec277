using Microsoft.AspNetCore.Http.Features;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">In upper case.</param>
/// <param name="Target">Path and query exactly as sent.</param>
/// <param name="Headers">Every header.</param>
/// <param name="Body">Every byte.</param>
internal sealed record ApiRequest(
    string Method, string Target, IHeaderDictionary Headers, byte[] Body)
{
    /// <summary>A header; empty where it is absent.</summary>
    public string this[string name] => Headers[name].ToString();

    /// <summary>Reads a request.</summary>
    public static async Task<ApiRequest> ReadAsync(HttpContext http)
        => new(
            http.Request.Method,
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            http.Request.Headers,
            await RawBody.BytesAsync(http.Request, http.RequestAborted));

    /// <summary>What is signed of it.</summary>
    public byte[] Signed(Authorization by)
        => SignedText.Of([Method, Target, by.Timestamp, by.Nonce], Body);
}
