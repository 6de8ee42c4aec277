using System.Diagnostics.CodeAnalysis;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>A request as it was read: query and body in one.</summary>
/// <param name="Values">Every parameter, decoded once.</param>
/// <param name="Encoding">What it was decoded with and is signed in.</param>
internal sealed record GatewayRequest(IReadOnlyDictionary<string, string> Values, Encoding Encoding)
{
    /// <summary>The value of a parameter; empty where it is absent.</summary>
    public string this[string name] => Values.GetValueOrDefault(name, string.Empty);

    /// <summary>
    /// Reads a request; what cannot be read at all is an error without a request.
    /// </summary>
    public static async Task<(GatewayRequest? Request, GatewayError? Error)> ReadAsync(
        HttpRequest http, CancellationToken cancel)
    {
        var query = (http.QueryString.Value ?? string.Empty).TrimStart('?');
        var body = await BodyAsync(http, cancel);
        if (!TryCharset(query, out var encoding))
        {
            return (null, GatewayError.Invalid("charset", "字符集错误"));
        }

        try
        {
            return Merge(
                FormFields.Parse(query, encoding), FormFields.Parse(body, encoding), encoding);
        }
        catch (Exception error) when (error is FormatException or ArgumentException
            or OverflowException)
        {
            return (null, GatewayError.Invalid("encoding", "编码错误"));
        }
    }

    private static async Task<string> BodyAsync(HttpRequest http, CancellationToken cancel)
        => http.HasFormContentType ? await RawBody.TextAsync(http, cancel) : string.Empty;

    /// <summary>
    /// Only the query's charset counts: the body cannot be read before it is known.
    /// </summary>
    private static bool TryCharset(string query, [NotNullWhen(true)] out Encoding? encoding)
    {
        const string Start = "charset=";
        var named = query.Split('&')
            .FirstOrDefault(static p => p.StartsWith(Start, StringComparison.Ordinal));
        encoding = named is null ? Charset.Utf8 : Charset.Find(named[Start.Length..]);
        return encoding is not null;
    }

    private static (GatewayRequest? Request, GatewayError? Error) Merge(
        IReadOnlyList<KeyValuePair<string, string>> query,
        IReadOnlyList<KeyValuePair<string, string>> body,
        Encoding encoding)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in query.Concat(body))
        {
            if (!values.TryAdd(name, value) && !IsCharsetAgain(name, value, values))
            {
                return (null, GatewayError.Invalid("parameter", $"参数重复：{name}"));
            }
        }

        return (new GatewayRequest(values, encoding), null);
    }

    /// <summary>
    /// A vendor's form names the charset in its address and again among its fields.
    /// </summary>
    private static bool IsCharsetAgain(
        string name, string value, Dictionary<string, string> values)
        => string.Equals(name, "charset", StringComparison.Ordinal)
            && string.Equals(values[name], value, StringComparison.OrdinalIgnoreCase);
}
