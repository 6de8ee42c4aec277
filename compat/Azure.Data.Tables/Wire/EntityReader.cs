using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>A row from JSON, its types taken from the annotations beside the values.</summary>
internal static class EntityReader
{
    public const string MetadataName = "odata.metadata";
    public const string TypeSuffix = "@odata.type";
    public const string Int64 = "Edm.Int64";
    public const string Double = "Edm.Double";
    public const string Guid = "Edm.Guid";
    public const string DateTime = "Edm.DateTime";
    public const string Binary = "Edm.Binary";

    public static T Read<T>(JsonElement row)
        where T : class, ITableEntity
    {
        var entity = new TableEntity();
        foreach (var property in row.EnumerateObject())
        {
            if (!property.Name.EndsWith(TypeSuffix, StringComparison.Ordinal)
                && !property.NameEquals(MetadataName))
            {
                entity[property.Name] = Value(property, Type(row, property.Name));
            }
        }

        return entity as T ?? EntityShape.Create<T>(entity);
    }

    // The service names the type of a timestamp in full metadata only.
    private static string Type(JsonElement row, string name)
        => row.TryGetProperty(name + TypeSuffix, out var type) ? type.GetString()
            : name == nameof(ITableEntity.Timestamp) ? DateTime
            : null;

    private static object Value(JsonProperty property, string type)
        => (property.Value.ValueKind, type) switch
        {
            (JsonValueKind.Null, _) => null,
            (JsonValueKind.String, not null) => Typed(property.Value.GetString(), type),
            (JsonValueKind.String, null) => property.Value.GetString(),
            (JsonValueKind.True or JsonValueKind.False, _) => property.Value.GetBoolean(),
            (JsonValueKind.Number, Int64) => property.Value.GetInt64(),
            (JsonValueKind.Number, Double) => property.Value.GetDouble(),
            (JsonValueKind.Number, _) when property.Value.TryGetInt32(out var number) => number,
            (JsonValueKind.Number, _) => property.Value.GetDouble(),
            var (kind, _) => throw new FormatException(
                $"The service sent a {kind} as the property {property.Name}."),
        };

    private static object Typed(string text, string type) => type switch
    {
        Int64 => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        Double => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        Guid => System.Guid.Parse(text, CultureInfo.InvariantCulture),
        DateTime => DateTimeOffset.Parse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        Binary => Convert.FromBase64String(text),
        _ => text,
    };
}
