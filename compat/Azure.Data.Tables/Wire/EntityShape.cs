using System.Collections.Concurrent;
using System.Reflection;

namespace Azure.Data.Tables.Wire;

/// <summary>Rows of the caller's own class: each property it can get and set is a column.</summary>
internal static class EntityShape
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Columns = new();

    public static IEnumerable<KeyValuePair<string, object>> Values(ITableEntity entity)
        => entity as IEnumerable<KeyValuePair<string, object>>
            ?? ColumnsOf(entity.GetType()).Select(
                column => KeyValuePair.Create(column.Name, column.GetValue(entity)));

    public static T Create<T>(TableEntity row)
        where T : class, ITableEntity
    {
        var entity = Activator.CreateInstance<T>();
        foreach (var column in ColumnsOf(typeof(T)))
        {
            if (row.ContainsKey(column.Name))
            {
                column.SetValue(entity, Value(row, column));
            }
        }

        entity.ETag = row.ETag;
        return entity;
    }

    // The ETag travels under a name of its own.
    private static PropertyInfo[] ColumnsOf(Type type)
        => Columns.GetOrAdd(type, static t =>
            [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(
                p => p.GetMethod is { IsPublic: true } && p.SetMethod is { IsPublic: true }
                    && p.GetIndexParameters().Length == 0 && p.PropertyType != typeof(ETag))]);

    private static object Value(TableEntity row, PropertyInfo column)
    {
        var type = Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType;
        return type == typeof(DateTime) ? row.GetDateTime(column.Name)
            : type == typeof(BinaryData) ? row.GetBinaryData(column.Name)
            : row[column.Name];
    }
}
