using System.Buffers;
using System.Globalization;
using System.Text;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables.Batch;

/// <summary>
/// The body of a batch: one changeset in multipart/mixed, each write an HTTP request of its own.
/// </summary>
/// <param name="endpoint">Where the writes would go if sent alone.</param>
/// <param name="id">
/// Makes the boundaries this request's own. Rows are JSON on one line, so none can hold one.
/// </param>
internal sealed class BatchContent(Uri endpoint, string id)
{
    public string ContentType => $"multipart/mixed; boundary=batch_{id}";

    public ReadOnlyMemory<byte> Write(IReadOnlyList<RowRequest> rows)
    {
        var body = new ArrayBufferWriter<byte>();
        Line(body, $"--batch_{id}");
        Line(body, $"Content-Type: multipart/mixed; boundary=changeset_{id}");
        Line(body, "");
        foreach (var row in rows)
        {
            Line(body, $"--changeset_{id}");
            Line(body, "Content-Type: application/http");
            Line(body, "Content-Transfer-Encoding: binary");
            Line(body, "");
            Write(body, row);
        }

        Line(body, $"--changeset_{id}--");
        Line(body, $"--batch_{id}--");
        return body.WrittenMemory;
    }

    private void Write(ArrayBufferWriter<byte> body, RowRequest row)
    {
        Line(body, $"{row.Method} {endpoint.AbsoluteUri.TrimEnd('/')}/{row.Path} HTTP/1.1");
        foreach (var (name, value) in row.Headers)
        {
            Line(body, $"{name}: {value}");
        }

        if (!row.Body.IsEmpty)
        {
            var length = row.Body.Length.ToString(CultureInfo.InvariantCulture);
            Line(body, $"Content-Length: {length}");
        }

        Line(body, "");
        body.Write(row.Body.Span);
        Line(body, "");
    }

    private static void Line(ArrayBufferWriter<byte> body, string text)
        => body.Write(Encoding.UTF8.GetBytes($"{text}\r\n"));
}
