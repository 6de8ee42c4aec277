using System.Net.Http.Headers;

namespace PayFunctions.MerchantApi;

/// <summary>The body of a merchant's call: JSON by its content type, and JSON.</summary>
internal static class JsonBody
{
    /// <summary>Reads the members, or says what is wrong. A call without a body needs no type.
    /// </summary>
    public static (Dictionary<string, string>? Fields, ApiError? Error) Read(
        ReadOnlyMemory<byte> body, string? contentType, string[] texts, string[] numbers,
        string[]? flags = null)
        => body.IsEmpty || IsJson(contentType)
            ? JsonFields.Read(body, texts, numbers, flags)
            : (null, new ApiError(ApiErrorCode.ContentTypeUnsupported));

    private static bool IsJson(string? contentType)
        => MediaTypeHeaderValue.TryParse(contentType, out var type)
            && string.Equals(
                type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            && (type.CharSet is null || string.Equals(
                type.CharSet, "utf-8", StringComparison.OrdinalIgnoreCase));
}
