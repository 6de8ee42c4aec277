using System.Diagnostics;

namespace PayFunctions.Sandbox.Azurite;

/// <summary>Lets a process end by itself.</summary>
internal static class Drain
{
    /// <summary>
    /// Tells a process to end and waits until it has, or until the limit. Whoever owns it kills
    /// what is left.
    /// </summary>
    /// <returns>Whether it ended.</returns>
    public static async Task<bool> EndAsync(Process process, TimeSpan limit, TimeProvider time)
    {
        if (process.HasExited)
        {
            return true;
        }

        using var enough = new CancellationTokenSource(limit, time);
        try
        {
            await TerminateAsync(process, enough.Token);
            await process.WaitForExitAsync(enough.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>SIGTERM, by the shell: the runtime sends no signals. Windows has none.</summary>
    private static async Task TerminateAsync(Process process, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var shell = Process.Start(new ProcessStartInfo(
            "/bin/sh", ["-c", FormattableString.Invariant($"kill -TERM {process.Id}")])
        {
            UseShellExecute = false,
            RedirectStandardError = true, // silent where the process has just ended
        });
        await (shell?.WaitForExitAsync(cancel) ?? Task.CompletedTask);
    }
}
