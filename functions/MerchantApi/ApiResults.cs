using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.MerchantApi;

/// <summary>Answers as HTTP: JSON, or <c>application/problem+json</c>.</summary>
internal static class ApiResults
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The result of a call.</summary>
    public static IResult Of(ApiAnswer answer, string requestId)
    {
        if (answer.Error is { } error)
        {
            var entry = ApiErrorMap.Of(error.Code);
            return new JsonResult(
                entry.Status, "application/problem+json", Problem(error, entry, requestId),
                requestId, SecondsOf(error, entry));
        }

        if (answer.File is { } file)
        {
            return new FileResult(file, requestId);
        }

        var body = answer.Body!;
        body["request_id"] = requestId;
        return new JsonResult(answer.Status, "application/json", body, requestId);
    }

    /// <summary>When to try again, in whole seconds, where that helps.</summary>
    private static long? SecondsOf(ApiError error, ApiErrorMap.Entry entry)
        => error.RetryAfter is { } wait ? (long)Math.Ceiling(wait.TotalSeconds)
            : entry.Status == StatusCodes.Status503ServiceUnavailable
                ? ApiError.RetryAfterSeconds
            : null;

    private static JsonObject Problem(
        ApiError error, ApiErrorMap.Entry entry, string requestId) => new()
        {
            ["type"] = "about:blank",
            ["title"] = entry.Code,
            ["status"] = entry.Status,
            ["code"] = entry.Code,
            ["detail"] = error.Subject switch
            {
                null => entry.Sentence,
                [.., '.'] => $"{error.Subject} {entry.Sentence}",
                _ => $"{error.Subject}: {entry.Sentence}",
            },
            ["request_id"] = requestId,
        };

    /// <summary>With its hash as RFC 9530 writes it: what came whole can be told.</summary>
    private sealed class FileResult(ApiFile file, string requestId) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = file.ContentType;
            response.ContentLength = file.Bytes.Length;
            response.Headers.CacheControl = "no-store";
            response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
            response.Headers["Content-Digest"] =
                $"sha-256=:{Convert.ToBase64String(SHA256.HashData(file.Bytes))}:";
            response.Headers[RequestId.Header] = requestId;
            await response.Body.WriteAsync(file.Bytes, httpContext.RequestAborted);
        }
    }

    private sealed class JsonResult(
        int status, string contentType, JsonObject body, string requestId,
        long? retryAfter = null) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = contentType;
            response.Headers.CacheControl = "no-store";
            response.Headers[RequestId.Header] = requestId;
            if (retryAfter is { } seconds)
            {
                response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            var bytes = Encoding.UTF8.GetBytes(body.ToJsonString(Plain));
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
