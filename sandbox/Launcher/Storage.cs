using System.ComponentModel;
using PayFunctions.Sandbox.Azurite;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Starts the storage emulator and says plainly what is missing.</summary>
internal static class Storage
{
    /// <summary>Starts Azurite with its data in a folder.</summary>
    /// <exception cref="SandboxFailure">
    /// Node or npm is missing, or Azurite does not start.
    /// </exception>
    public static async Task<AzuriteProcess> StartAsync(
        string packageFolder, string dataFolder, TimeProvider time, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(dataFolder);
            return await AzuriteProcess.StartAsync(packageFolder, dataFolder, time, cancel);
        }
        catch (Win32Exception missing)
        {
            throw new SandboxFailure(
                "node was not found: install Node.js 20 or later and try again.", missing);
        }
        catch (InvalidOperationException refused)
        {
            throw new SandboxFailure(refused.Message.ReplaceLineEndings(" ").Trim(), refused);
        }
    }
}
