namespace PayFunctions.Tests.Flows.World;

/// <summary>Where Chromium is.</summary>
internal static class ChromiumPath
{
    private const string Setting = "CHROMIUM_PATH";

    // The first is the same browser without windows, which costs a test half as much.
    private static readonly string[] Names =
        ["chromium-headless-shell", "chromium", "google-chrome"];

    /// <summary>What the environment names, else what is on PATH, else null.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } named)
        {
            return named;
        }

        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
