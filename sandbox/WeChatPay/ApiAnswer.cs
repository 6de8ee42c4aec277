using System.Text;
using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>An answer before it is signed.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Its bytes; none for 204.</param>
internal sealed record ApiAnswer(int Status, byte[] Body)
{
    /// <summary>What a proxy says that cannot reach anybody.</summary>
    public static readonly ApiAnswer BadGateway = new(
        StatusCodes.Status502BadGateway,
        Encoding.ASCII.GetBytes("<html><body>Bad Gateway</body></html>"))
    {
        ContentType = "text/html",
    };

    /// <summary>Done, nothing to say.</summary>
    public static readonly ApiAnswer Done =
        new(StatusCodes.Status204NoContent, []) { IsSigned = true };

    private static readonly string[] SpelledTogether =
    [
        "SYSTEM_ERROR", "ORDER_NOT_EXIST", "NOT_ENOUGH", "NO_AUTH", "RULE_LIMIT", "BANK_ERROR",
        "ORDER_PAID", "ORDER_CLOSED",
    ];

    /// <summary>The body's type.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Whether it is one of those that are signed; files and errors are not.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The refusal that it is; null for a success.</summary>
    public ApiError? Error { get; init; }

    /// <summary>A success.</summary>
    public static ApiAnswer Ok(JsonObject body)
        => new(StatusCodes.Status200OK, ApiJson.Write(body)) { IsSigned = true };

    /// <summary>A refusal.</summary>
    public static ApiAnswer Of(ApiError error) => new(error.Status, []) { Error = error };

    /// <summary>The code of an error as older pages and the XML interface spell it.</summary>
    public static string Older(string code)
        => code is "FREQUENCY_LIMITED" ? "FREQUENCY_LIMIT"
            : SpelledTogether.Contains(code, StringComparer.Ordinal)
                ? code.Replace("_", string.Empty, StringComparison.Ordinal)
            : code;

    /// <summary>The same with the body of its error, if it is one.</summary>
    public ApiAnswer Spelled(bool older)
    {
        if (Error is not { } error)
        {
            return this;
        }

        var body = new JsonObject
        {
            ["code"] = older ? Older(error.Code) : error.Code,
            ["message"] = error.Message,
        };
        if (error.Detail is { } detail)
        {
            body["detail"] = new JsonObject
            {
                ["field"] = detail.Field,
                ["value"] = detail.Value,
                ["issue"] = detail.Issue,
                ["location"] = detail.Location,
            };
        }

        return this with { Body = ApiJson.Write(body) };
    }
}
