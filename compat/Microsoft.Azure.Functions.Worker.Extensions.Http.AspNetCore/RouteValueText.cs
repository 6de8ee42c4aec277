using System.Globalization;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>Reads a route value as the type of a parameter.</summary>
internal static class RouteValueText
{
    public static bool CanBe(Type type)
        => (Nullable.GetUnderlyingType(type) ?? type) is var plain
            && (plain == typeof(string) || plain == typeof(int)
                || plain == typeof(long) || plain == typeof(Guid));

    /// <summary>The value, of the type or its nullable.</summary>
    /// <exception cref="FormatException">The text is none of that type.</exception>
    /// <exception cref="OverflowException">The number is too large for it.</exception>
    public static object As(Type type, string text)
        => (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var plain when plain == typeof(int) =>
                int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            var plain when plain == typeof(long) =>
                long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            var plain when plain == typeof(Guid) => Guid.Parse(text, CultureInfo.InvariantCulture),
            _ => text,
        };
}
