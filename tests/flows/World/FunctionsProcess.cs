using System.Globalization;
using PayFunctions.Sandbox.Launcher;

namespace PayFunctions.Tests.Flows.World;

/// <summary>The functions, as a process that can be killed and started again.</summary>
internal sealed class FunctionsProcess(
    IReadOnlyDictionary<string, string> settings, Uri gateway, DataFolder folder, HttpClient http)
    : IAsyncDisposable
{
    /// <summary>It never lives long enough for what it would measure of its own code.</summary>
    private const string MeasureItself = "DOTNET_TieredPGO";

    private readonly List<string> logs = [];
    private ChildProcess? child;

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"functions-{logs.Count}.log");
        logs.Add(folder.Of(name));
        child = ChildProcess.Start(
            "functions", ["dotnet", BuildFacts.FunctionsAssembly],
            settings.Append(new(MeasureItself, "0")).ToDictionary(StringComparer.Ordinal),
            logs[^1]);
        await Readiness.WaitAsync(
            new Uri(gateway, "health"), child, http, TimeProvider.System, cancel);
    }

    /// <summary>Ends it at once: SIGKILL, no last words.</summary>
    public async Task KillAsync()
    {
        await child!.DisposeAsync();
        Kills++;
    }

    /// <summary>Everything it has written so far.</summary>
    public async Task<string> ReadLogAsync()
    {
        var texts = new List<string>();
        foreach (var log in logs)
        {
            await using var file = new FileStream(
                log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            texts.Add(await reader.ReadToEndAsync());
        }

        return string.Concat(texts);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (child is not null)
        {
            await child.DisposeAsync();
        }
    }
}
