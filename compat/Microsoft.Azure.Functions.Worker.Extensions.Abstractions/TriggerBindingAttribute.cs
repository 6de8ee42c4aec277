namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What makes a function run; a function has exactly one.</summary>
public abstract class TriggerBindingAttribute : BindingAttribute
{
    /// <summary>For derived attributes.</summary>
    public TriggerBindingAttribute()
    {
    }
}
