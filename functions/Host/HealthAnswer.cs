using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Host;

/// <summary>The answers of the health routes.</summary>
internal static class HealthAnswer
{
    /// <summary>200, and nothing that a stranger could use.</summary>
    public static IResult Alive(HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Text("{\"status\":\"ok\"}", "application/json");
    }

    /// <summary>200 or 503, part by part.</summary>
    public static IResult Ready(HttpRequest request, bool storage, bool vault)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Text(
            new JsonObject
            {
                ["status"] = Word(storage && vault),
                ["storage"] = Word(storage),
                ["vault"] = Word(vault),
            }.ToJsonString(),
            "application/json",
            statusCode: storage && vault
                ? StatusCodes.Status200OK
                : StatusCodes.Status503ServiceUnavailable);
    }

    private static string Word(bool answers) => answers ? "ok" : "unavailable";
}
