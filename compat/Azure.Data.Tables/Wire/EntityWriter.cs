using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>A row as JSON, with the type named wherever JSON alone would lose it.</summary>
internal static class EntityWriter
{
    // What the service sets, and ignores or refuses from a caller.
    private static readonly string[] ServiceOwn =
        [TableEntity.ETagName, EntityReader.MetadataName, nameof(ITableEntity.Timestamp)];

    /// <exception cref="NotSupportedException">A value has no type of the service.</exception>
    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in EntityShape.Values(entity))
            {
                if (value is not null && !ServiceOwn.Contains(name, StringComparer.Ordinal))
                {
                    Write(json, name, value);
                }
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case double number when double.IsFinite(number):
                json.WriteString(name + EntityReader.TypeSuffix, EntityReader.Double);
                json.WriteNumber(name, number);
                break;
            default:
                var (type, written) = Typed(name, value);
                json.WriteString(name + EntityReader.TypeSuffix, type);
                json.WriteString(name, written);
                break;
        }
    }

    private static (string Type, string Text) Typed(string name, object value) => value switch
    {
        long number => (EntityReader.Int64, number.ToString(CultureInfo.InvariantCulture)),
        double number => (EntityReader.Double, number.ToString(CultureInfo.InvariantCulture)),
        Guid id => (EntityReader.Guid, id.ToString("D")),
        DateTimeOffset moment => (EntityReader.DateTime, Moment(moment.UtcDateTime)),
        DateTime { Kind: DateTimeKind.Utc } moment => (EntityReader.DateTime, Moment(moment)),
        DateTime => throw new NotSupportedException($"The DateTime {name} is not in UTC."),
        byte[] bytes => (EntityReader.Binary, Convert.ToBase64String(bytes)),
        BinaryData data => (EntityReader.Binary, Convert.ToBase64String(data.ToMemory().Span)),
        _ => throw new NotSupportedException(
            $"The property {name} is a {value.GetType()}, which no table can hold."),
    };

    private static string Moment(DateTime utc) => utc.ToString("O", CultureInfo.InvariantCulture);
}
