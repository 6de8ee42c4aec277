namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What ties a parameter or a result to something outside the function.</summary>
public abstract class BindingAttribute : Attribute
{
    /// <summary>For derived attributes.</summary>
    public BindingAttribute()
    {
    }
}
