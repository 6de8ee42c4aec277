using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>What a trigger brings to one invocation.</summary>
internal abstract class TriggerInput
{
    /// <summary>The trigger's own scope; null where the invocation is to make one.</summary>
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
