using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>
/// The <c>Values</c> of <c>local.settings.json</c>, as if they were environment variables:
/// two underscores part the levels of a name.
/// </summary>
internal static class LocalSettings
{
    private const string Values = "Values";

    /// <summary>The file's values; none where there is no file.</summary>
    public static Dictionary<string, string?> Read(string? file)
    {
        if (file is null)
        {
            return [];
        }

        using var root = (ConfigurationRoot)new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false)
            .Build();
        return root.GetSection(Values).AsEnumerable(makePathsRelative: true)
            .Where(pair => pair.Value is not null)
            .ToDictionary(
                pair => SettingNames.KeyOf(pair.Key),
                pair => pair.Value,
                StringComparer.OrdinalIgnoreCase);
    }
}
