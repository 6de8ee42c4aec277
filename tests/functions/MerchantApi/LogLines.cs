using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>What the gateway itself logged, line by line.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = [];

    /// <summary>Every line so far.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Logger(
        lines, categoryName.StartsWith("PayFunctions.", StringComparison.Ordinal));

    public void Dispose() => lines.Clear();

    private sealed class Logger(ConcurrentQueue<string> lines, bool isOurs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => isOurs;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (isOurs)
            {
                lines.Enqueue(formatter(state, exception));
            }
        }
    }
}
