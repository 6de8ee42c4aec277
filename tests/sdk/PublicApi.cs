using System.Reflection;
using System.Text;

namespace PayFunctions.Tests.Sdk;

/// <summary>The public surface of an assembly as text, the same on every machine.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append(Bases(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
        => type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {(int)Enum.Parse(type, name)}")
            :
            [
                .. type.GetConstructors(Declared).Where(IsVisible)
                    .Where(one => !IsOfRecord(type, one))
                    .Select(one => $"new({Parameters(one)})"),
                .. type.GetFields(Declared).Where(one => one.IsPublic)
                    .Select(one => $"const {Name(one.FieldType)} {one.Name}"
                        + $" = {one.GetRawConstantValue()}"),
                .. type.GetProperties(Declared)
                    .Where(one => IsVisible(one.GetMethod) || IsVisible(one.SetMethod))
                    .Where(one => one.GetMethod is not { } get || !IsOfRecord(type, get))
                    .Select(Property),
                .. type.GetMethods(Declared).Where(one => IsVisible(one) && !one.IsSpecialName)
                    .Where(one => !IsOfRecord(type, one))
                    .Select(one => $"{Static(one)}{Name(one.ReturnType)} {one.Name}"
                        + $"{Generics(one)}({Parameters(one)})"),
            ];

    private static string Property(PropertyInfo property)
    {
        var get = IsVisible(property.GetMethod) ? "get; " : "";
        var set = IsVisible(property.SetMethod) ? Setter(property.SetMethod!) : "";
        var nullability = new NullabilityInfoContext().Create(property);
        var nullable = property.CanRead ? nullability.ReadState : nullability.WriteState;
        var mark = nullable is NullabilityState.Nullable && !property.PropertyType.IsValueType
            ? "?"
            : "";
        return $"{Static(property.GetMethod ?? property.SetMethod!)}{Name(property.PropertyType)}"
            + $"{mark} {property.Name} {{ {get}{set}}}";
    }

    private static string Setter(MethodInfo setter)
        => setter.ReturnParameter.GetRequiredCustomModifiers()
            .Any(one => one.Name is "IsExternalInit") ? "init; " : "set; ";

    private static string Parameters(MethodBase method)
        => string.Join(", ", method.GetParameters().Select(one =>
            $"{Name(one.ParameterType)} {one.Name}{(one.HasDefaultValue ? " = default" : "")}"));

    private static string Generics(MethodInfo method)
        => method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>"
            : "";

    private static string Kind(Type type)
        => type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };

    private static string Bases(Type type)
    {
        var bases = type.GetInterfaces().AsEnumerable();
        if (type.BaseType is { } parent && parent != typeof(object))
        {
            bases = bases.Except(parent.GetInterfaces()).Prepend(parent);
        }

        var names = string.Join(", ", bases.Select(Name).Order(StringComparer.Ordinal));
        return type.IsEnum || names.Length == 0 ? "" : $" : {names}";
    }

    /// <summary>What the compiler adds to a record is no decision of ours.</summary>
    private static bool IsOfRecord(Type type, MethodBase method)
        => type.GetMethods().Any(one => one.Name is "<Clone>$")
            && (method.Name is "Equals" or "GetHashCode" or "<Clone>$" or "ToString"
                    or "PrintMembers" or "Deconstruct" or "get_EqualityContract"
                || (method is ConstructorInfo
                    && method.GetParameters() is [{ } only] && only.ParameterType == type));

    private static bool IsVisible(MethodBase? method)
        => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Name(Type type)
        => type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}"
                + $"<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
}
