using System.Diagnostics;
using System.Text.Json;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Infra.Reading;

/// <summary>Runs the grammar, in Node, over files.</summary>
internal static class BicepParser
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly string Folder = RepositoryRoot.Of("tests", "infra", "parser");

    /// <summary>Parses files; the names in the result are relative to the root.</summary>
    public static async Task<IReadOnlyList<BicepFile>> ParseAsync(IEnumerable<string> paths)
    {
        await NpmFolder.EnsureAsync(Folder);
        var script = Path.Combine(Folder, "parse.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, .. paths])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("node did not start.");
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        var error = node.StandardError.ReadToEndAsync(limit.Token);
        var output = await node.StandardOutput.ReadToEndAsync(limit.Token);
        await node.WaitForExitAsync(limit.Token);
        return node.ExitCode == 0
            ? Read(output)
            : throw new InvalidOperationException($"The grammar did not run: {await error}");
    }

    /// <summary>Parses a text as if it were a file.</summary>
    public static async Task<BicepFile> ParseTextAsync(string text)
    {
        var folder = Directory.CreateTempSubdirectory("bicep-");
        try
        {
            var path = Path.Combine(folder.FullName, "sample.bicep");
            await File.WriteAllTextAsync(path, text);
            return (await ParseAsync([path])).Single();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<BicepFile> Read(string output)
        => [.. JsonSerializer
            .Deserialize<Dictionary<string, Parsed>>(output, JsonSerializerOptions.Web)!
            .Select(static file => new BicepFile(
                Path.GetRelativePath(RepositoryRoot.Path, file.Key).Replace('\\', '/'),
                file.Value.Tree,
                file.Value.Errors))];

    private sealed record Parsed(BicepNode Tree, IReadOnlyList<SyntaxError> Errors);
}
