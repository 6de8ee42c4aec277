using System.Text;
using Azure.Core;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>A request as it left the pipeline.</summary>
internal sealed record SentRequest(
    string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static SentRequest Of(Request request)
    {
        using var body = new MemoryStream();
        request.Content?.WriteTo(body, CancellationToken.None);
        return new(
            request.Method.Method, request.Uri.ToUri(),
            request.Headers.ToDictionary(
                h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(body.ToArray()));
    }
}
