using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>Answers in the service's form.</summary>
internal static class VaultAnswer
{
    public static Task Give(HttpContext context, JsonNode body) => Write(context, 200, body);

    /// <summary>An error body.</summary>
    /// <param name="context">Whom to answer.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's word for it.</param>
    /// <param name="message">The sentence beside it.</param>
    /// <param name="innerCode">A narrower word, where the service gives one.</param>
    public static Task Refuse(
        HttpContext context, int status, string code, string message, string? innerCode = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (innerCode is not null)
        {
            error["innererror"] = new JsonObject { ["code"] = innerCode };
        }

        return Write(context, status, new JsonObject { ["error"] = error });
    }

    public static Task NoSuchKey(HttpContext context, string name) => Refuse(
        context,
        404,
        "KeyNotFound",
        $"A key with (name/id) {name} was not found in this key vault.");

    public static Task NotPermitted(HttpContext context, string operation) => Refuse(
        context,
        403,
        "Forbidden",
        $"Caller is not authorized to perform '{operation}'.",
        "ForbiddenByRbac");

    public static Task BadParameter(HttpContext context, string message)
        => Refuse(context, 400, "BadParameter", message);

    private static Task Write(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
