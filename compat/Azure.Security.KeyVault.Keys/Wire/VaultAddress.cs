namespace Azure.Security.KeyVault.Keys.Wire;

/// <summary>Where a vault's resources live.</summary>
internal static class VaultAddress
{
    public static Uri OfKey(Uri vault, string name, string version)
        => new(vault, string.IsNullOrEmpty(version)
            ? $"/keys/{Uri.EscapeDataString(name)}"
            : $"/keys/{Uri.EscapeDataString(name)}/{Uri.EscapeDataString(version)}");

    public static Uri OfVersions(Uri vault, string name)
        => new(vault, $"/keys/{Uri.EscapeDataString(name)}/versions");

    public static Uri OfOperation(Uri key, string operation)
        => new($"{key.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{operation}");
}
