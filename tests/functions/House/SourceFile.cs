using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.House;

/// <summary>A source file of the repository.</summary>
internal sealed record SourceFile(string Path, string[] Lines)
{
    private static readonly string[] Roots = ["functions", "sdk", "sandbox", "compat", "tests"];

    /// <summary>The last word of the name: RegisterApplication → Application.</summary>
    public string LastWord
    {
        get
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(Path);
            var start = name.Length - 1;
            while (start > 0 && !char.IsUpper(name[start]))
            {
                start--;
            }

            return name[start..];
        }
    }

    /// <summary>Every C# file that people wrote.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Roots
            .SelectMany(static root => Directory.EnumerateFiles(
                RepositoryRoot.Of(root), "*.cs", SearchOption.AllDirectories))
            .Select(static path => System.IO.Path.GetRelativePath(RepositoryRoot.Path, path))
            .Where(static path => !path.Split('/').Any(
                static part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal)
            .Select(static path => new SourceFile(
                path, File.ReadAllLines(RepositoryRoot.Of(path)))),
    ];

    /// <summary>The files of the gateway below a folder.</summary>
    public static IEnumerable<SourceFile> In(string folder)
        => All.Where(f => f.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <inheritdoc/>
    public override string ToString() => Path;
}
