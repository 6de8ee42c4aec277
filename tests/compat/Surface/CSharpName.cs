namespace PayFunctions.Tests.Compat.Surface;

/// <summary>A type as C# names it, without its namespace: <c>Response&lt;T&gt;</c>.</summary>
internal static class CSharpName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsByRef)
        {
            return $"ref {Of(type.GetElementType()!)}";
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        return Nullable.GetUnderlyingType(type) is { } value
            ? $"{Of(value)}?"
            : Path(type, type.GetGenericArguments());
    }

    private static string Path(Type type, Type[] arguments)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var outer = type.DeclaringType is { } declaring
            ? Path(declaring, arguments) + "."
            : "";
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0)
        {
            return outer + type.Name;
        }

        var count = int.Parse(
            type.Name.AsSpan(tick + 1), System.Globalization.CultureInfo.InvariantCulture);
        var own = arguments.Take(type.GetGenericArguments().Length).TakeLast(count).Select(Of);
        return $"{outer}{type.Name[..tick]}<{string.Join(", ", own)}>";
    }
}
