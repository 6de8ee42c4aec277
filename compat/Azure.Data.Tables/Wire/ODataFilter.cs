using System.Globalization;

namespace Azure.Data.Tables.Wire;

/// <summary>Values as filters and paths write them.</summary>
internal static class ODataFilter
{
    /// <summary>A filter whose interpolated values are quoted and escaped.</summary>
    public static string Create(FormattableString filter)
    {
        if (filter is null)
        {
            return null;
        }

        object[] literals = [.. filter.GetArguments().Select(Literal)];
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    public static string Escape(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Literal(object value) => value switch
    {
        null => "null",
        true => "true",
        false => "false",
        string text => $"'{Escape(text)}'",
        char text => $"'{Escape(text.ToString())}'",
        long or ulong => string.Create(CultureInfo.InvariantCulture, $"{value}L"),
        sbyte or byte or short or ushort or int or uint or float or double or decimal
            => Convert.ToString(value, CultureInfo.InvariantCulture),
        Guid id => $"guid'{id:D}'",
        DateTimeOffset moment => $"datetime'{Moment(moment.UtcDateTime)}'",
        DateTime moment => $"datetime'{Moment(moment.ToUniversalTime())}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
        _ => throw new ArgumentException(
            $"A {value.GetType()} cannot stand in a filter.", nameof(value)),
    };

    private static string Moment(DateTime utc)
        => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
