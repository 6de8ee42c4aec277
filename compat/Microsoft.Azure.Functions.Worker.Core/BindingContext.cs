namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger knows beside its value.</summary>
public abstract class BindingContext
{
    /// <summary>Route values and the like, by name.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
