using System.ComponentModel;
using System.Diagnostics;
using PayFunctions.Sandbox.Azurite;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>A process that ends with the sandbox.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly OutputTail output;

    private ChildProcess(string name, Process process, OutputTail output)
    {
        Name = name;
        this.process = process;
        this.output = output;
    }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>Starts it.</summary>
    /// <param name="name">What people call it, such as "functions".</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="settings">Added to our own environment.</param>
    /// <param name="log">The file for its output.</param>
    /// <exception cref="SandboxFailure">The program was not found.</exception>
    public static ChildProcess Start(
        string name,
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string> settings,
        string log)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        var tail = new OutputTail(log);
        var child = new Process { StartInfo = start };
        child.OutputDataReceived += (_, line) => tail.Add(line.Data);
        child.ErrorDataReceived += (_, line) => tail.Add(line.Data);
        try
        {
            child.Start();
        }
        catch (Win32Exception missing)
        {
            tail.Dispose();
            throw new SandboxFailure(
                $"{command[0]} was not found: install it, or add its folder to PATH.", missing);
        }

        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        return new(name, child, tail);
    }

    /// <summary>Waits for its end and tells it in one sentence.</summary>
    public async Task<SandboxFailure> EndAsync(CancellationToken cancel)
    {
        await process.WaitForExitAsync(cancel);
        var said = output.Gist.Length > 0 ? $" ({output.Gist})" : string.Empty;
        return new SandboxFailure(
            $"The {Name} stopped with exit code {process.ExitCode}{said}: read {output.Path}.");
    }

    /// <summary>
    /// Tells it to end and waits a while; what is left of it ends with this object.
    /// </summary>
    public Task DrainAsync(TimeSpan limit, TimeProvider time)
        => Drain.EndAsync(process, limit, time);

    /// <summary>Ends it at once, where it has not ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        output.Dispose();
    }
}
