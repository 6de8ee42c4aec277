using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Flows.Build;

/// <summary>A project as MSBuild evaluates it; nothing is restored and nothing is built.</summary>
internal sealed class EvaluatedProject
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string[] ItemTypes =
        ["ProjectReference", "PackageReference", "PackageVersion", "None"];

    private static readonly ConcurrentDictionary<string, Lazy<Task<EvaluatedProject>>> Known =
        new(StringComparer.Ordinal);

    private readonly JsonNode items;

    private EvaluatedProject(JsonNode items) => this.items = items;

    /// <summary>Evaluates the functions' project, once for each property.</summary>
    /// <param name="property">Such as <c>-p:OfficialAzurePackages=true</c>; empty for none.</param>
    public static Task<EvaluatedProject> FunctionsAsync(string property = "")
        => Known.GetOrAdd(property, static p => new(() => EvaluateAsync(p))).Value;

    /// <summary>One metadatum of every item of a type.</summary>
    public IReadOnlyList<string> Values(string type, string metadatum)
        => [.. items[type]!.AsArray().Select(item => item![metadatum]?.ToString() ?? "")];

    /// <summary>The ids and versions of all items of a type that state a version.</summary>
    public IReadOnlyDictionary<string, string> Versions(string type)
        => items[type]!.AsArray().ToDictionary(
            static item => item!["Identity"]!.ToString(),
            static item => item!["Version"]?.ToString() ?? "",
            StringComparer.OrdinalIgnoreCase);

    /// <summary>The item of that identity.</summary>
    public JsonNode Item(string type, string identity)
        => items[type]!.AsArray().Single(item => string.Equals(
            item!["Identity"]!.ToString(), identity, StringComparison.Ordinal))!;

    private static async Task<EvaluatedProject> EvaluateAsync(string property)
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        string[] arguments =
        [
            "msbuild", RepositoryRoot.Of("functions", "PayFunctions.csproj"), "-nologo",
            .. ItemTypes.Select(static type => $"-getItem:{type}"),
            .. property.Length > 0 ? [property] : Array.Empty<string>(),
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Path,
        })!;
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var text = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0, text + await errors);
        return new EvaluatedProject(JsonNode.Parse(text)!["Items"]!);
    }
}
