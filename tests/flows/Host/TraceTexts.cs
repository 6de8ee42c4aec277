using System.Collections.Concurrent;
using System.Diagnostics;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>Every activity of this process while it lives, as text.</summary>
internal sealed class TraceTexts : IDisposable
{
    private readonly ConcurrentQueue<string> texts = new();
    private readonly ActivityListener listener;

    /// <summary>Begins to listen.</summary>
    public TraceTexts()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => texts.Enqueue(Text(activity)),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>All so far.</summary>
    public IReadOnlyCollection<string> All => texts;

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private static string Text(Activity activity)
        => string.Join(
            '\n',
            [
                activity.OperationName, activity.DisplayName, activity.StatusDescription ?? "",
                .. activity.TagObjects.Select(static t => $"{t.Key}=\"{t.Value}\""),
                .. activity.Baggage.Select(static b => $"{b.Key}=\"{b.Value}\""),
                .. activity.Events.SelectMany(static e => e.Tags
                    .Select(t => $"{e.Name} {t.Key}=\"{t.Value}\"")),
            ]);
}
