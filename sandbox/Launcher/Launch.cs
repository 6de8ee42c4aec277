using System.Runtime.InteropServices;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Runs the sandbox in a console: signals in, sentences and an exit code out.</summary>
internal static class Launch
{
    /// <summary>Exit code 0 after Ctrl-C, 1 with a sentence when it cannot run.</summary>
    public static async Task<int> RunAsync(
        Func<CancellationToken, Task> run, TextWriter errors, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await run(stop.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (SandboxFailure failure)
        {
            await errors.WriteLineAsync(failure.Message);
            return 1;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"The sandbox cannot run: {trouble.Message}");
            return 1;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
