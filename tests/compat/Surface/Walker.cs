using System.Reflection;
using System.Runtime.CompilerServices;

namespace PayFunctions.Tests.Compat.Surface;

/// <summary>Reads by reflection what an assembly shows to those who reference it.</summary>
internal static class Walker
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public
        | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The types that a referencing project can name.</summary>
    public static IEnumerable<SurfaceType> Walk(Assembly assembly)
        => assembly.GetTypes().Where(IsShown).Select(Walk);

    public static SurfaceType Walk(Type type)
        => new(
            $"{type.Namespace}.{CSharpName.Of(type)}", Kind(type),
            Bases(type).ToHashSet(StringComparer.Ordinal),
            Members(type).ToHashSet(StringComparer.Ordinal));

    private static bool IsShown(Type type)
        => !IsGenerated(type)
            && (type.IsPublic
                || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem)
                    && IsShown(type.DeclaringType!)));

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        { BaseType: var b } when b == typeof(MulticastDelegate) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    // What the base type brings along is the base type's own affair.
    private static IEnumerable<string> Bases(Type type)
    {
        Type[] silent =
            [typeof(object), typeof(ValueType), typeof(Enum), typeof(MulticastDelegate)];
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        Type[] own = type.BaseType is { } parent && !silent.Contains(parent) ? [parent] : [];
        return own.Concat(type.GetInterfaces().Except(inherited).Where(i => i.IsVisible))
            .Select(CSharpName.Of);
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(MemberLine.OfEnumValue);
        }

        var constructors = type.GetConstructors(Declared).Where(IsShown).Select(MemberLine.Of);
        var methods = type.GetMethods(Declared)
            .Where(m => IsShown(m) && !IsAccessor(m) && !IsFromObject(m))
            .Select(MemberLine.Of);
        var properties = type.GetProperties(Declared).SelectMany(
            p => p.GetAccessors(nonPublic: true).Where(IsShown).Select(a => MemberLine.Of(p, a)));
        var fields = type.GetFields(Declared)
            .Where(f => (f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly) && !IsGenerated(f))
            .Select(MemberLine.Of);
        var events = type.GetEvents(Declared)
            .Where(e => IsShown(e.AddMethod!)).Select(MemberLine.Of);
        return [.. constructors, .. methods, .. properties, .. fields, .. events];
    }

    private static bool IsShown(MethodBase method)
        => (method.IsPublic
            || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed))
            && !method.Name.Contains('<', StringComparison.Ordinal)
            && (IsAccessor(method) || !IsGenerated(method))
            && !(method is ConstructorInfo && method.IsStatic);

    private static bool IsAccessor(MethodBase method)
        => method.IsSpecialName && method is MethodInfo
            && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    // Listings leave out what every object has, and the Equals that IEquatable asks for.
    private static bool IsFromObject(MethodInfo method)
        => method.GetBaseDefinition().DeclaringType == typeof(object)
            || (method.Name == nameof(Equals)
                && method.GetParameters() is [var other]
                && other.ParameterType == method.DeclaringType);

    private static bool IsGenerated(MemberInfo member)
        => member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
