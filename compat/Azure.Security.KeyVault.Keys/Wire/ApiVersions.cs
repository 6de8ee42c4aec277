namespace Azure.Security.KeyVault.Keys.Wire;

/// <summary>What <c>api-version</c> says for each named service version.</summary>
internal static class ApiVersions
{
    private static readonly string[] Named = ["7.0", "7.1", "7.2", "7.3", "7.4", "7.5-preview.1"];

    public static string Of(int version)
        => version >= 0 && version < Named.Length
            ? Named[version]
            : throw new NotSupportedException(
                FormattableString.Invariant($"Key Vault service version {version} is not known."));
}
