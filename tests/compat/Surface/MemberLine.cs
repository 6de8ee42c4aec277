using System.Globalization;
using System.Reflection;

namespace PayFunctions.Tests.Compat.Surface;

/// <summary>A member as a listing writes it.</summary>
internal static class MemberLine
{
    public static string Of(ConstructorInfo constructor)
        => $"{Access(constructor)}ctor({Parameters(constructor)})";

    public static string Of(MethodInfo method)
    {
        var types = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(CSharpName.Of))}>"
            : "";
        return Access(method) + Modifier(method) + CSharpName.Of(method.ReturnType)
            + $" {method.Name}{types}({Parameters(method)})";
    }

    public static string Of(FieldInfo field)
        => (field.IsPublic ? "" : "protected ") + (field.IsStatic ? "static " : "")
            + $"field {CSharpName.Of(field.FieldType)} {field.Name}";

    public static string Of(EventInfo happening)
        => $"event {CSharpName.Of(happening.EventHandlerType!)} {happening.Name}";

    /// <summary>One line per accessor, so that a getter alone is a subset of both.</summary>
    public static string Of(PropertyInfo property, MethodInfo accessor)
        => Access(accessor) + (accessor.IsStatic ? "static " : "")
            + $"{CSharpName.Of(property.PropertyType)} {property.Name} "
            + (accessor == property.GetMethod ? "{ get; }" : "{ set; }");

    public static string OfEnumValue(FieldInfo value)
        => string.Create(
            CultureInfo.InvariantCulture, $"{value.Name}={value.GetRawConstantValue()}");

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifier(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Parameters(MethodBase method)
        => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var text = $"{CSharpName.Of(parameter.ParameterType)} {parameter.Name}";
        return parameter.HasDefaultValue
            ? $"{text} = {Default(parameter.RawDefaultValue)}"
            : text;
    }

    private static string Default(object? value)
        => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text
            ? text
            : "default";
}
