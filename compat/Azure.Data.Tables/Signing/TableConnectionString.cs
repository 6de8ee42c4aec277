namespace Azure.Data.Tables.Signing;

/// <summary>The part of a storage connection string that tables need.</summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    private const string EmulatorAccount = "devstoreaccount1";

    // Published by the emulator's documentation: it opens nothing else.
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly Uri EmulatorEndpoint = new("http://127.0.0.1:10002/devstoreaccount1");

    /// <exception cref="FormatException">A part is not <c>name=value</c>.</exception>
    /// <exception cref="InvalidOperationException">The parts do not make an account.</exception>
    public static TableConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var parts = Parts(text);
        if (parts.TryGetValue("UseDevelopmentStorage", out var use)
            && string.Equals(use, "true", StringComparison.OrdinalIgnoreCase))
        {
            return new(EmulatorEndpoint, new(EmulatorAccount, EmulatorKey));
        }

        return parts.TryGetValue("AccountName", out var account)
            && parts.TryGetValue("AccountKey", out var key)
            ? new(TableUri(parts, account), new(account, key))
            : throw new InvalidOperationException(
                "The connection string has neither UseDevelopmentStorage=true nor AccountName "
                + "with AccountKey.");
    }

    private static Uri TableUri(Dictionary<string, string> parts, string account)
        => parts.TryGetValue("TableEndpoint", out var endpoint)
            ? new Uri(endpoint)
            : new Uri(
                $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table."
                + parts.GetValueOrDefault("EndpointSuffix", "core.windows.net"));

    // A value may hold "=", as base64 does; a part without one is refused, never printed.
    private static Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0 || !parts.TryAdd(part[..sign].Trim(), part[(sign + 1)..].Trim()))
            {
                throw new FormatException(
                    "A part of the connection string is not name=value, or is there twice.");
            }
        }

        return parts;
    }
}
