using System.Reflection;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>
/// What the build knew: where the functions were built and where our sources lie.
/// </summary>
internal static class BuildFacts
{
    /// <summary>The functions' assembly.</summary>
    public static string FunctionsAssembly => Fact("FunctionsAssembly");

    /// <summary>The folder with Azurite's package-lock.json.</summary>
    public static string AzuriteFolder => Path.Combine(Fact("SandboxFolder"), "Azurite");

    /// <summary>Where data lives unless the command line says otherwise.</summary>
    public static string DataFolder => Path.Combine(Fact("SandboxFolder"), ".data");

    private static string Fact(string name)
        => typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => string.Equals(a.Key, name, StringComparison.Ordinal)).Value
            ?? throw new InvalidOperationException($"The build left {name} out.");
}
