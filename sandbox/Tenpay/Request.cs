using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>A request as it was read: query and body in one.</summary>
/// <param name="Values">Every parameter, decoded once.</param>
/// <param name="Encoding">What it was decoded with and is signed in.</param>
internal sealed record Request(IReadOnlyDictionary<string, string> Values, Encoding Encoding)
{
    private const string CharsetName = "input_charset";

    /// <summary>The charset as the answer names it.</summary>
    public string Charset => this[CharsetName] is { Length: > 0 } named ? named : "GBK";

    /// <summary>The value of a parameter; empty where it is absent.</summary>
    public string this[string name] => Values.GetValueOrDefault(name, string.Empty);

    /// <summary>Reads a request; what cannot be read is a refusal without a request.</summary>
    public static async Task<(Request? Request, Retcode? Error)> ReadAsync(
        HttpRequest http, CancellationToken cancel)
    {
        var query = (http.QueryString.Value ?? string.Empty).TrimStart('?');
        var body = http.HasFormContentType
            ? await RawBody.TextAsync(http, cancel)
            : string.Empty;
        try
        {
            return Named(query, body) is { } encoding
                ? Merge(
                    FormFields.Parse(query, encoding).Concat(FormFields.Parse(body, encoding)),
                    encoding)
                : (null, Retcode.Wrong(CharsetName));
        }
        catch (Exception error) when (error is FormatException or ArgumentException
            or OverflowException)
        {
            return (null, Retcode.Wrong(CharsetName));
        }
    }

    /// <summary>
    /// The charset is named among the fields that it is needed for: their bytes come first. GBK
    /// where none is named; null for one that is not known.
    /// </summary>
    private static Encoding? Named(string query, string body)
    {
        var name = FormFields.Parse(query, Encoding.Latin1)
            .Concat(FormFields.Parse(body, Encoding.Latin1))
            .FirstOrDefault(static f => f.Key is CharsetName).Value;
        return name?.ToUpperInvariant() switch
        {
            null or "" or "GBK" => Simulation.Charset.Gbk,
            "UTF-8" => Simulation.Charset.Utf8,
            _ => null,
        };
    }

    private static (Request? Request, Retcode? Error) Merge(
        IEnumerable<KeyValuePair<string, string>> fields, Encoding encoding)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            if (!values.TryAdd(name, value))
            {
                return (null, Retcode.Wrong(name));
            }
        }

        return (new Request(values, encoding), null);
    }
}
