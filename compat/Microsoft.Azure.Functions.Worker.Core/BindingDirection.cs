namespace Microsoft.Azure.Functions.Worker;

/// <summary>Whether a binding brings a value or takes one.</summary>
public enum BindingDirection
{
    /// <summary>It brings a value.</summary>
    In = 0,

    /// <summary>It takes a value.</summary>
    Out = 1,
}
