using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PayFunctions.Sandbox.Azurite;

/// <summary>One Azurite of our own: its own ports, its own data, gone with its owner.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    /// <summary>Azurite's published account key; it opens nothing but the emulator.</summary>
    public const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Azurite's account name.</summary>
    public const string AccountName = "devstoreaccount1";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StartPause = TimeSpan.FromMilliseconds(50);

    private readonly Process process;

    private AzuriteProcess(Process process, int blobPort, int queuePort, int tablePort)
    {
        this.process = process;
        BlobUri = new Uri($"http://127.0.0.1:{blobPort}/{AccountName}");
        QueueUri = new Uri($"http://127.0.0.1:{queuePort}/{AccountName}");
        TableUri = new Uri($"http://127.0.0.1:{tablePort}/{AccountName}");
    }

    /// <summary>Where blobs answer.</summary>
    public Uri BlobUri { get; }

    /// <summary>Where queues answer.</summary>
    public Uri QueueUri { get; }

    /// <summary>Where tables answer.</summary>
    public Uri TableUri { get; }

    /// <summary>The connection string of this emulator.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};"
        + $"BlobEndpoint={BlobUri};QueueEndpoint={QueueUri};TableEndpoint={TableUri};";

    /// <summary>Starts the emulator and waits until it answers.</summary>
    /// <param name="packageFolder">The folder with Azurite's package-lock.json.</param>
    /// <param name="dataFolder">Where it keeps data; null keeps all of it in memory.</param>
    /// <param name="time">The clock that bounds the wait.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<AzuriteProcess> StartAsync(
        string packageFolder, string? dataFolder, TimeProvider time, CancellationToken cancel)
    {
        await NodeModules.EnsureAsync(packageFolder, time, cancel);
        var ports = FreePorts();
        var azurite = new AzuriteProcess(
            Launch(packageFolder, dataFolder, ports), ports[0], ports[1], ports[2]);
        try
        {
            await azurite.WaitAsync(ports, time, cancel);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Tells it to end and waits a while, so that it writes down what it has only in memory.
    /// </summary>
    public Task DrainAsync(TimeSpan limit, TimeProvider time)
        => Drain.EndAsync(process, limit, time);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static Process Launch(string packageFolder, string? dataFolder, int[] ports)
    {
        string[] place = dataFolder is null
            ? ["--inMemoryPersistence"]
            : ["--location", dataFolder];
        var script = Path.Combine(
            packageFolder, "node_modules", "azurite", "dist", "src", "azurite.js");
        var start = new ProcessStartInfo("node",
        [
            script, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--blobPort", Text(ports[0]),
            "--queueHost", "127.0.0.1", "--queuePort", Text(ports[1]),
            "--tableHost", "127.0.0.1", "--tablePort", Text(ports[2]),
            .. place,
        ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var node = Process.Start(start)
            ?? throw new InvalidOperationException("node did not start.");
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
        return node;
    }

    private static string Text(int port)
        => port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int[] FreePorts()
    {
        TcpListener[] listeners =
        [
            new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0),
        ];
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }

    private async Task WaitAsync(int[] ports, TimeProvider time, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        foreach (var port in ports)
        {
            while (!await AnswersAsync(port, cancel))
            {
                if (process.HasExited || time.GetElapsedTime(started) > StartLimit)
                {
                    throw new InvalidOperationException(
                        "Azurite did not start: run `npm ci` in its folder and look at "
                        + "its output.");
                }

                await Task.Delay(StartPause, time, cancel);
            }
        }
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancel)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
