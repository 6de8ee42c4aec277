using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using PayFunctions.Ledger;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>Entries as rows: of the journals, and beside their order until they are there.
/// </summary>
internal static class JournalRowStore
{
    /// <summary>How the row keys begin of what is not in the journals yet; they sort behind the
    /// order's, where one query reads both.</summary>
    public const string Prefix = "posted:";

    private const string Entry = "Entry";

    /// <summary>The partition of a journal's day.</summary>
    public static string PartitionOf(JournalScope scope, DateOnly day)
        => $"{scope.Key}:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    /// <summary>The row beside the order.</summary>
    public static string KeyOf(int version)
        => Prefix + version.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The row beside the order.</summary>
    public static TableEntity ToRow(JournalEntry entry)
        => new(entry.Reference, KeyOf(entry.Version)) { [Entry] = Text(entry) };

    /// <summary>The row of a journal. Its name is the entry's: it is there once.</summary>
    public static TableEntity ToRow(JournalEntry entry, JournalScope scope)
        => new(PartitionOf(scope, BeijingDay.Of(entry.At)), entry.Place())
        {
            [Entry] = Text(entry),
        };

    /// <summary>What a row says.</summary>
    public static JournalEntry FromRow(TableEntity row)
        => JsonSerializer.Deserialize(
            row.GetString(Entry), OrderRowJson.Default.JournalEntry)
            ?? throw new InvalidDataException(
                $"Row {row.PartitionKey}/{row.RowKey} has no entry.");

    private static string Text(JournalEntry entry)
        => JsonSerializer.Serialize(entry, OrderRowJson.Default.JournalEntry);
}
