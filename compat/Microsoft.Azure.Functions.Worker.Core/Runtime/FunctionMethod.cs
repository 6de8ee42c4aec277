using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>A function: its method, and the one parameter that triggers it.</summary>
internal sealed class FunctionMethod : FunctionDefinition
{
    public FunctionMethod(
        string name, MethodInfo method, ParameterInfo parameter, TriggerBindingAttribute trigger)
    {
        Name = name;
        Method = method;
        Parameter = parameter;
        Trigger = trigger;
        EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}";
        Arguments = [.. method.GetParameters()];
        Parameters =
            [.. Arguments.Select(item => new FunctionParameter(item.Name!, item.ParameterType))];
        InputBindings = ImmutableDictionary<string, BindingMetadata>.Empty.Add(
            parameter.Name!, new TriggerMetadata(parameter.Name!, KindOf(trigger)));
    }

    public MethodInfo Method { get; }

    public ParameterInfo Parameter { get; }

    public TriggerBindingAttribute Trigger { get; }

    public ImmutableArray<ParameterInfo> Arguments { get; }

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override string PathToAssembly => Method.DeclaringType!.Assembly.Location;

    public override string EntryPoint { get; }

    public override string Id => Name;

    public override string Name { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings
        => ImmutableDictionary<string, BindingMetadata>.Empty;

    /// <summary>The parameters that the trigger must fill: neither context nor token.</summary>
    public IEnumerable<ParameterInfo> Inputs => Arguments.Where(item =>
        item.ParameterType != typeof(FunctionContext)
        && item.ParameterType != typeof(CancellationToken));

    private static string KindOf(TriggerBindingAttribute trigger)
    {
        var name = trigger.GetType().Name;
        name = name.EndsWith(nameof(Attribute), StringComparison.Ordinal)
            ? name[..^nameof(Attribute).Length]
            : name;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private sealed class TriggerMetadata(string name, string type) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => BindingDirection.In;
    }
}
