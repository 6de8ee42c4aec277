using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>
/// <c>host.json</c> as configuration below <see cref="Section"/>. As on the real host, an app
/// setting such as <c>AzureFunctionsJobHost__extensions__queues__batchSize</c> overrides the file.
/// </summary>
internal static class HostJson
{
    public const string Section = "AzureFunctionsJobHost";

    private const string SupportedVersion = "2.0";

    /// <summary>The file's settings; none where there is no file.</summary>
    /// <exception cref="InvalidOperationException">The file is of another version.</exception>
    public static Dictionary<string, string?> Read(string? file)
    {
        if (file is null)
        {
            return [];
        }

        using var root = (ConfigurationRoot)new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false)
            .Build();
        if (!string.Equals(root["version"], SupportedVersion, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"{file} must say \"version\": \"{SupportedVersion}\".");
        }

        return root.AsEnumerable()
            .Where(pair => pair.Value is not null)
            .ToDictionary(
                pair => ConfigurationPath.Combine(Section, pair.Key),
                pair => pair.Value,
                StringComparer.OrdinalIgnoreCase);
    }
}
