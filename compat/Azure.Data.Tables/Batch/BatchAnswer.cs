using System.Text;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables.Batch;

/// <summary>What the service answers to a batch: one response per write, or one refusal.</summary>
internal static class BatchAnswer
{
    private const string Gap = "\r\n\r\n";

    // A batch holds a changeset, a changeset holds responses.
    private const int DepthMax = 2;

    /// <exception cref="TableTransactionFailedException">One write was refused.</exception>
    /// <exception cref="RequestFailedException">The answer cannot be read.</exception>
    public static IReadOnlyList<Response> Read(Response response, int rows)
    {
        var id = response.ClientRequestId;
        List<PartResponse> parts =
        [
            .. Parts(response.Headers.ContentType, Text(response), DepthMax)
                .Select(part => PartResponse.Parse(part, id)),
        ];
        if (parts.Find(part => part.IsError) is { } refused)
        {
            throw new TableTransactionFailedException(
                new RequestFailedException(refused, null, ServiceError.Parser));
        }

        return parts.Count == rows
            ? parts
            : throw new RequestFailedException(
                response.Status, $"The batch of {rows} writes has {parts.Count} answers.");
    }

    private static string Text(Response response)
        => Encoding.UTF8.GetString(response.Content.ToMemory().Span);

    private static IEnumerable<string> Parts(string contentType, string body, int depth)
    {
        if (depth == 0 || Boundary(contentType) is not { } boundary)
        {
            return [body];
        }

        // What stands before the first boundary and after the last is no part.
        return $"\r\n{body}".Split($"\r\n--{boundary}")[1..]
            .Where(part => !part.StartsWith("--", StringComparison.Ordinal))
            .SelectMany(part => Inner(part, depth));
    }

    private static IEnumerable<string> Inner(string part, int depth)
    {
        var gap = part.IndexOf(Gap, StringComparison.Ordinal);
        if (gap < 0)
        {
            return [];
        }

        var type = part[..gap].Split("\r\n").FirstOrDefault(
            line => line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase));
        return Parts(type, part[(gap + Gap.Length)..], depth - 1);
    }

    private static string Boundary(string contentType)
    {
        const string Name = "boundary=";
        var start = contentType?.IndexOf(Name, StringComparison.OrdinalIgnoreCase) ?? -1;
        return start < 0
            ? null
            : contentType[(start + Name.Length)..].Split(';')[0].Trim().Trim('"');
    }
}
