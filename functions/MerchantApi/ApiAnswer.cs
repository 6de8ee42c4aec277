using System.Text.Json.Nodes;

namespace PayFunctions.MerchantApi;

/// <summary>What a call comes to: a JSON object, or an error.</summary>
/// <param name="Status">The HTTP status of a success.</param>
/// <param name="Body">The object; the request_id is added to it.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record ApiAnswer(int Status, JsonObject? Body, ApiError? Error)
{
    /// <summary>A file instead of the object.</summary>
    public ApiFile? File { get; private init; }

    /// <summary>Done, and here is a file.</summary>
    public static ApiAnswer OfFile(byte[] bytes, string contentType, string name)
        => new(200, null, null) { File = new ApiFile(bytes, contentType, name) };

    /// <summary>Done.</summary>
    public static ApiAnswer Done(JsonObject body, int status = 200) => new(status, body, null);

    /// <summary>Not done.</summary>
    public static ApiAnswer Failed(ApiError error) => new(0, null, error);
}
