using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.Kit;

/// <summary>Keeps every line of the log.</summary>
public sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>Every line.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>The lines that call a human.</summary>
    public IEnumerable<string> Alarms
        => lines.Where(static l => l.StartsWith("ALARM ", StringComparison.Ordinal));

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
        => lines.Enqueue(formatter(state, exception) + exception);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing to end: the lines stay readable after the host.
    }
}
