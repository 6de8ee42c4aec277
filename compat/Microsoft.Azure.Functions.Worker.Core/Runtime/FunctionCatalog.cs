using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>The functions of an assembly.</summary>
internal sealed partial class FunctionCatalog
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private FunctionCatalog(ImmutableArray<FunctionMethod> functions) => Functions = functions;

    public ImmutableArray<FunctionMethod> Functions { get; }

    /// <summary>The functions that a kind of trigger starts.</summary>
    public IEnumerable<FunctionMethod> With<TTrigger>()
        => Functions.Where(function => function.Trigger is TTrigger);

    /// <summary>
    /// Public methods with <c>[Function]</c>, of public and internal classes. A method that is not
    /// public is passed over in silence, as the official source generator does.
    /// </summary>
    /// <exception cref="InvalidOperationException">A function is not well formed.</exception>
    public static FunctionCatalog Scan(Assembly assembly, Func<string, bool> runs)
    {
        var functions = assembly.GetTypes()
            .Where(IsFunctionClass)
            .SelectMany(static type => type.GetMethods(Declared))
            .Select(static method => (method, mark: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.mark is not null && runs(found.mark.Name))
            .Select(static found => FunctionOf(found.method, found.mark!.Name))
            .OrderBy(static function => function.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        var twice = functions
            .GroupBy(static function => function.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(static group => group.Count() > 1);
        return twice is null
            ? new FunctionCatalog(functions)
            : throw new InvalidOperationException(
                $"Two functions are named '{twice.Key}': "
                + string.Join(" and ", twice.Select(static function => function.EntryPoint)) + ".");
    }

    private static bool IsFunctionClass(Type type)
        => type is { IsClass: true, IsGenericTypeDefinition: false, IsNestedPrivate: false }
            && (!type.IsAbstract || type.IsSealed);

    private static FunctionMethod FunctionOf(MethodInfo method, string name)
    {
        if (!NameShape().IsMatch(name))
        {
            throw new InvalidOperationException(
                $"'{name}' is no function name: a letter, then up to 127 letters, digits, - or _.");
        }

        var triggers = method.GetParameters()
            .Select(static item => (
                item, trigger: item.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(static found => found.trigger is not null)
            .ToArray();
        return triggers is [var only]
            ? new FunctionMethod(name, method, only.item, only.trigger!)
            : throw new InvalidOperationException(
                $"Function '{name}' has {triggers.Length} triggers; it must have one.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NameShape();
}
