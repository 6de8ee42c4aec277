using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>A request as it was read: a body, or a query that a browser brings.</summary>
/// <param name="Values">Every field, decoded once, in UTF-8.</param>
internal sealed record GatewayRequest(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value of a field; empty where it is absent.</summary>
    public string this[string name] => Values.GetValueOrDefault(name, string.Empty);

    /// <summary>What is asked.</summary>
    public string Funcode => this["funcode"];

    /// <summary>Whether it is of profile B.</summary>
    public bool IsVersioned => this["version"].Length > 0;

    /// <summary>Whether it is one of those that sign by a rule of their own.</summary>
    public bool IsOfRefunds => Funcode is "R001" or "R002" or "Q001" or "Q002";

    /// <summary>Reads a request; null where it cannot be read.</summary>
    public static async Task<GatewayRequest?> ReadAsync(HttpRequest http, CancellationToken cancel)
    {
        var text = HttpMethods.IsGet(http.Method)
            ? (http.QueryString.Value ?? string.Empty).TrimStart('?')
            : await RawBody.TextAsync(http, cancel);
        try
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in FormFields.Parse(text, Charset.Utf8))
            {
                if (!values.TryAdd(name, value))
                {
                    return null;
                }
            }

            return new GatewayRequest(values);
        }
        catch (Exception error) when (error is FormatException or ArgumentException
            or OverflowException)
        {
            return null;
        }
    }
}
