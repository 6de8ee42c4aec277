using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, IHeaderDictionary Headers, string Text)
{
    /// <summary>The body as it came.</summary>
    public byte[] Bytes { get; private init; } = [];

    /// <summary>The body as a JSON object.</summary>
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    /// <summary>The code of a problem; null for a success.</summary>
    public string? Code => Status < 400 ? null : (string?)Json["code"];

    /// <summary>The detail of a problem.</summary>
    public string Detail => (string)Json["detail"]!;

    /// <summary>A member as text.</summary>
    public string? this[string name] => Json[name]?.ToString();

    /// <summary>Writes the result and reads it back.</summary>
    public static async Task<Answer> OfAsync(HttpContext context, IResult result)
    {
        await result.ExecuteAsync(context);
        var body = (MemoryStream)context.Response.Body;
        return new Answer(
            context.Response.StatusCode, context.Response.Headers,
            Encoding.UTF8.GetString(body.ToArray()))
        {
            Bytes = body.ToArray(),
        };
    }
}
