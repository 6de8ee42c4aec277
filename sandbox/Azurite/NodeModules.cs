using System.Diagnostics;

namespace PayFunctions.Sandbox.Azurite;

/// <summary>Installs the npm packages of a folder once, from its lock file.</summary>
internal static class NodeModules
{
    /// <summary>The longest an installation may take.</summary>
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);

    /// <summary>How often a second process looks whether the first has finished.</summary>
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Runs <c>npm ci</c> in <paramref name="folder"/> unless it has been run for this lock file.
    /// Two processes may ask at once: the second waits for the first.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// Node or npm is missing, or npm failed.
    /// </exception>
    public static async Task EnsureAsync(string folder, TimeProvider time, CancellationToken cancel)
    {
        var marker = Path.Combine(folder, "node_modules", ".installed");
        var wanted = await File.ReadAllTextAsync(
            Path.Combine(folder, "package-lock.json"), cancel);
        if (IsCurrent(marker, wanted))
        {
            return;
        }

        await using var turn = await TakeTurnAsync(folder, time, cancel);
        if (IsCurrent(marker, wanted))
        {
            return;
        }

        await InstallAsync(folder, time, cancel);
        await File.WriteAllTextAsync(marker, wanted, cancel);
    }

    private static bool IsCurrent(string marker, string wanted)
        => File.Exists(marker)
            && string.Equals(File.ReadAllText(marker), wanted, StringComparison.Ordinal);

    private static async Task<FileStream> TakeTurnAsync(
        string folder, TimeProvider time, CancellationToken cancel)
    {
        var path = Path.Combine(folder, ".npm-lock");
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(
                    path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
                    FileOptions.DeleteOnClose);
            }
            catch (IOException) when (time.GetElapsedTime(started) < InstallLimit)
            {
                await Task.Delay(LockPause, time, cancel);
            }
        }
    }

    private static async Task InstallAsync(
        string folder, TimeProvider time, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var limit = new CancellationTokenSource(InstallLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        using var npm = Start(start);
        var output = npm.StandardOutput.ReadToEndAsync(both.Token);
        var error = npm.StandardError.ReadToEndAsync(both.Token);
        await npm.WaitForExitAsync(both.Token);
        _ = await output;
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"`npm ci` failed in {folder}: {await error}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)
                ?? throw new InvalidOperationException("npm did not start.");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException(
                "npm was not found: install Node.js 20 or later and try again.", missing);
        }
    }
}
