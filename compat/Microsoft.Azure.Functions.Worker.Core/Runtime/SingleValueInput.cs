using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>A trigger that brings one value to a function with no other input.</summary>
/// <param name="value">The value.</param>
internal sealed class SingleValueInput(object value) : TriggerInput
{
    public override object? ValueOf(ParameterInfo parameter) => value;

    /// <summary>Refuses a function with other inputs, or of a type not offered.</summary>
    public static void Check(FunctionMethod function, params ReadOnlySpan<Type> types)
    {
        if (!types.Contains(function.Parameter.ParameterType))
        {
            throw new InvalidOperationException(
                $"Function '{function.Name}': the trigger cannot bring a "
                + $"{function.Parameter.ParameterType}.");
        }

        if (function.Inputs.FirstOrDefault(item => item != function.Parameter) is { } other)
        {
            throw new InvalidOperationException(
                $"Function '{function.Name}': nothing fills the parameter '{other.Name}'.");
        }
    }
}
