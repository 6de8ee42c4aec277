namespace PayFunctions.Storage;

/// <summary>How long a queue hides a message that is due after a while.</summary>
/// <param name="pace">How many times sooner it comes back: 1 but in a rehearsal. A message that
/// comes too soon finds nothing due.</param>
internal sealed class QueuePace(double pace)
{
    /// <summary>As long as it says.</summary>
    public static QueuePace Real { get; } = new(1);

    /// <summary>The service counts whole seconds; never earlier than asked.</summary>
    public TimeSpan HiddenFor(TimeSpan delay)
        => TimeSpan.FromSeconds(Math.Ceiling(delay.TotalSeconds / pace));
}
