using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>What a trigger brings to one invocation.</summary>
internal abstract class TriggerInput
{
    /// <summary>The scope to run in where the trigger has one; else the invocation makes its own.</summary>
    public virtual IServiceProvider? Services => null;

    /// <summary>What the trigger knows beside its value.</summary>
    public virtual IReadOnlyDictionary<string, object?> BindingData { get; } =
        new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The argument for a parameter.</summary>
    public abstract object? ValueOf(ParameterInfo parameter);

    /// <summary>Leaves on the context what middleware may ask for.</summary>
    public virtual void Describe(FunctionContext context)
    {
    }
}
