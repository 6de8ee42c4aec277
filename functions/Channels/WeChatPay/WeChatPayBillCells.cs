namespace PayFunctions.Channels.WeChatPay;

/// <summary>One row of a bill, by the names of its columns.</summary>
/// <param name="columns">Where each name stands.</param>
/// <param name="values">The values.</param>
internal sealed class WeChatPayBillCells(
    IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> values)
{
    /// <summary>A row without anything.</summary>
    public static readonly WeChatPayBillCells None = new(
        new Dictionary<string, int>(StringComparer.Ordinal), []);

    /// <summary>The names.</summary>
    public IEnumerable<string> Names => columns.Keys;

    /// <summary>A value; null when there is no such column.</summary>
    public string? Text(string column)
        => columns.TryGetValue(column, out var at) ? values[at] : null;

    /// <summary>A number, in thousandths of a fen; null when there is none.</summary>
    public long? Number(string column) => WeChatPayDecimal.TryRead(Text(column));
}
