namespace PayFunctions.Channels.Wire;

/// <summary>A message's headers as they came, by their names in any case.</summary>
internal sealed class WireHeaders
{
    /// <summary>A message without headers.</summary>
    public static readonly WireHeaders None = Of([]);

    private readonly Dictionary<string, string?> values;

    private WireHeaders(Dictionary<string, string?> values) => this.values = values;

    /// <summary>Takes headers; a name may come several times.</summary>
    public static WireHeaders Of(IEnumerable<KeyValuePair<string, string>> headers)
    {
        Dictionary<string, string?> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            known[name] = known.ContainsKey(name) ? null : value;
        }

        return new WireHeaders(known);
    }

    /// <summary>
    /// A header's value; null where there is none, or several: which of them counts would be a
    /// guess.
    /// </summary>
    public string? Find(string name) => values.GetValueOrDefault(name);
}
