using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>
/// The files and defaults of an app, below everything else in its configuration: environment
/// variables and the command line win.
/// </summary>
internal static class AppFiles
{
    private const string EnvironmentSetting = "AZURE_FUNCTIONS_ENVIRONMENT";

    private static readonly Dictionary<string, string?> Defaults = new(StringComparer.Ordinal)
    {
        ["urls"] = "http://127.0.0.1:7071",
        // The server's own request log would print the query, and a query may hold a key.
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
    };

    /// <summary>The environment that the process's variables name, as <c>Development</c>.</summary>
    public static string? EnvironmentName
        => Environment.GetEnvironmentVariable(EnvironmentSetting);

    public static void AddTo(IConfigurationBuilder configuration)
    {
        Dictionary<string, string?>[] lowestFirst =
        [
            Defaults,
            HostJson.Read(Find("host.json")),
            LocalSettings.Read(Find("local.settings.json")),
        ];
        for (var index = 0; index < lowestFirst.Length; index++)
        {
            configuration.Sources.Insert(
                index, new MemoryConfigurationSource { InitialData = lowestFirst[index] });
        }
    }

    /// <summary>Beside the program first, then where it was started.</summary>
    private static string? Find(string name)
    {
        string[] places = [AppContext.BaseDirectory, Directory.GetCurrentDirectory()];
        return places.Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists);
    }
}
