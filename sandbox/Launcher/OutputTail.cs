namespace PayFunctions.Sandbox.Launcher;

/// <summary>What a child process wrote: all of it in a file, the last lines at hand.</summary>
internal sealed class OutputTail : IDisposable
{
    private const int LinesMaximum = 50;
    private const int FileCharactersMaximum = 16 * 1024 * 1024;

    private readonly Lock turn = new();
    private readonly Queue<string> lines = [];
    private readonly StreamWriter file;
    private int written;
    private bool closed;

    /// <summary>Begins the file anew.</summary>
    public OutputTail(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        Path = path;
        file = new StreamWriter(path, append: false) { AutoFlush = true };
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>
    /// The line that says most: the last unhandled exception, else the last line with words in it.
    /// </summary>
    public string Gist
    {
        get
        {
            lock (turn)
            {
                var line = lines.LastOrDefault(IsException)
                    ?? lines.LastOrDefault(static l => !string.IsNullOrWhiteSpace(l));
                return line?.Trim() ?? string.Empty;
            }
        }
    }

    /// <summary>Keeps a line; null, the end of the output, is no line.</summary>
    public void Add(string? line)
    {
        lock (turn)
        {
            if (line is null || closed)
            {
                return;
            }

            lines.Enqueue(line);
            if (lines.Count > LinesMaximum)
            {
                lines.Dequeue();
            }

            if (written < FileCharactersMaximum)
            {
                written += line.Length + 1;
                file.WriteLine(line);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (turn)
        {
            closed = true;
            file.Dispose();
        }
    }

    /// <summary>What a .NET process that dies writes above its stack trace.</summary>
    private static bool IsException(string line)
        => line.StartsWith("Unhandled exception.", StringComparison.Ordinal);
}
