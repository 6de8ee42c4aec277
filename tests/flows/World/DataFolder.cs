namespace PayFunctions.Tests.Flows.World;

/// <summary>A folder for keys, stored data and logs; gone with its world.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("payfunctions-flows-").FullName;

    /// <summary>A path below it.</summary>
    public string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
