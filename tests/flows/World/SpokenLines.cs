using System.Collections.Concurrent;
using System.Text;

namespace PayFunctions.Tests.Flows.World;

/// <summary>What a program says, line by line; may be read while it speaks.</summary>
internal sealed class SpokenLines : TextWriter
{
    private readonly ConcurrentQueue<string> lines = [];

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value)
    {
        lines.Enqueue(value ?? "");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', lines);
}
