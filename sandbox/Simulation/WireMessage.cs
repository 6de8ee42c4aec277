using System.Text;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>A request that the channel makes, or has the payer's browser make.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">Absolute, with its query.</param>
/// <param name="ContentType">The body's type as written; empty where there is no body.</param>
/// <param name="Body">The body's bytes.</param>
internal sealed record WireMessage(string Method, string Url, string ContentType, byte[] Body)
{
    /// <summary>Further headers, such as a signature.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body as text. Every channel's is ASCII or UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>A visit: everything is in the query.</summary>
    public static WireMessage Get(string url) => new("GET", url, string.Empty, []);

    /// <summary>Adds form text to an address that may have a query; its fragment goes.</summary>
    public static string Extend(string address, string query)
    {
        var bare = address.Split('#')[0];
        return bare + (bare.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
    }

    /// <summary>Whether a text is an address this may go to.</summary>
    public static bool IsWeb(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
