using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Batch;

/// <summary>One response out of a batch's answer.</summary>
internal sealed class PartResponse : Response
{
    private const string Gap = "\r\n\r\n";

    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    private PartResponse(int status, string reason, string id, byte[] body)
    {
        Status = status;
        ReasonPhrase = reason;
        ClientRequestId = id;
        ContentStream = new MemoryStream(body, 0, body.Length, writable: false, true);
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public override bool IsError => Status >= 400;

    /// <param name="text">Status line, headers, an empty line, the body.</param>
    /// <param name="id">The id of the batch's request.</param>
    /// <exception cref="RequestFailedException">It does not begin with a status line.</exception>
    public static PartResponse Parse(string text, string id)
    {
        var gap = text.IndexOf(Gap, StringComparison.Ordinal);
        var head = (gap < 0 ? text : text[..gap]).Split("\r\n");
        var body = gap < 0 ? "" : text[(gap + Gap.Length)..].TrimEnd();

        // The emulator prints its boundary once more above some refusals.
        var first = Math.Max(0, Array.FindIndex(head, IsStatusLine));
        var words = head[first].Split(' ', 3);
        if (words.Length < 2 || !int.TryParse(
            words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            throw new RequestFailedException("A part of the batch's answer has no status.");
        }

        var reason = words.Length > 2 ? words[2] : "";
        var response = new PartResponse(status, reason, id, Encoding.UTF8.GetBytes(body));
        foreach (var line in head[(first + 1)..])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                response.headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        return response;
    }

    public override void Dispose() => ContentStream?.Dispose();

    private static bool IsStatusLine(string line)
        => line.StartsWith("HTTP/", StringComparison.Ordinal);

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string value)
        => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(
        string name, [NotNullWhen(true)] out IEnumerable<string> values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders()
        => headers.Select(header => new HttpHeader(header.Key, header.Value));
}
