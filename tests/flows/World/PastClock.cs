namespace PayFunctions.Tests.Flows.World;

/// <summary>A clock that is late.</summary>
internal sealed class PastClock(TimeSpan late) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - late;
}
