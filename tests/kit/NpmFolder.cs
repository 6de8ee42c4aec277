using PayFunctions.Sandbox.Azurite;

namespace PayFunctions.Tests.Kit;

/// <summary>A folder whose npm packages a test needs.</summary>
public static class NpmFolder
{
    /// <summary>Installs from the folder's lock file, once for all test processes.</summary>
    /// <exception cref="InvalidOperationException">Node or npm is missing, or failed.</exception>
    public static Task EnsureAsync(string folder)
        => NodeModules.EnsureAsync(folder, TimeProvider.System, CancellationToken.None);
}
