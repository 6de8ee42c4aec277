namespace PayFunctions.Tests.Kit;

/// <summary>Where the sources lie, for tests that read them.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds PayFunctions.slnx.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path below the root.</summary>
    public static string Of(params string[] parts)
        => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string folder)
        => File.Exists(System.IO.Path.Combine(folder, "PayFunctions.slnx"))
            ? folder
            : Find(Directory.GetParent(folder)?.FullName
                ?? throw new InvalidOperationException(
                    "PayFunctions.slnx is in no parent folder."));
}
