using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace PayFunctions.Storage;

/// <summary>
/// The row of one move beside its order: what happened, and what that changed in the books. It is
/// written with the order's own commit and never again.
/// </summary>
internal static class OrderEntryRowStore
{
    /// <summary>How the row keys begin.</summary>
    public const string Prefix = "event:";

    /// <summary>The first row key behind them.</summary>
    public const string End = "event;";

    private const string Postings = "Postings";

    /// <summary>The row.</summary>
    public static TableEntity ToRow(OrderMove move)
    {
        var row = new TableEntity(
            move.Next.Id.Value,
            Prefix + move.Next.Version.ToString("D6", CultureInfo.InvariantCulture))
        {
            ["Event"] = move.Event.ToString(),
            ["State"] = move.Next.State.ToString(),
            ["At"] = move.At,
        };
        if (!move.Postings.IsEmpty)
        {
            row[Postings] = JsonSerializer.Serialize(
                move.Postings, OrderRowJson.Default.ImmutableArrayPosting);
        }

        return row;
    }

    /// <summary>What the row says.</summary>
    public static OrderEntry FromRow(TableEntity row) => new(
        int.Parse(row.RowKey.AsSpan(Prefix.Length), CultureInfo.InvariantCulture),
        row.GetString("Event") ?? "",
        row.GetString("State") ?? "",
        row.GetDateTimeOffset("At") ?? default,
        row.GetString(Postings) is { } postings
            ? JsonSerializer.Deserialize(postings, OrderRowJson.Default.ImmutableArrayPosting)
            : []);
}
