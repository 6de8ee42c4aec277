namespace PayFunctions.Tests.Kit.Vault;

/// <summary>The keys of a vault, each with its versions in the order they were made.</summary>
internal sealed class VaultKeys : IDisposable
{
    private const int VersionsMax = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<VaultKey>> byName =
        new(StringComparer.OrdinalIgnoreCase);

    public void Add(VaultKey key)
    {
        lock (gate)
        {
            if (!byName.TryGetValue(key.Name, out var versions))
            {
                byName[key.Name] = versions = [];
            }

            if (versions.Count >= VersionsMax)
            {
                throw new InvalidOperationException($"Key {key.Name} has too many versions.");
            }

            versions.Add(key);
        }
    }

    /// <summary>One version; null when there is none.</summary>
    /// <param name="name">The key.</param>
    /// <param name="version">Null for the newest.</param>
    public VaultKey? Find(string name, string? version)
    {
        lock (gate)
        {
            return byName.GetValueOrDefault(name)?.LastOrDefault(key =>
                version is null || string.Equals(key.Version, version, StringComparison.Ordinal));
        }
    }

    /// <summary>All versions by their id, so not by age.</summary>
    public IReadOnlyList<VaultKey> Versions(string name)
    {
        lock (gate)
        {
            return byName.GetValueOrDefault(name, [])
                .OrderBy(key => key.Version, StringComparer.Ordinal)
                .ToList();
        }
    }

    public void Dispose()
    {
        foreach (var key in byName.Values.SelectMany(versions => versions))
        {
            key.Dispose();
        }
    }
}
