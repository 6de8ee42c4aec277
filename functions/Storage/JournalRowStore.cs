using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>
    /// Into how many partitions a day's journals are divided, by what an entry is about: each takes
    /// some 2,000 rows a second. Rows are looked for in that many, so the number never changes.
    /// </summary>
    public const int Parts = 4;

    private const string Entry = "Entry";

    /// <summary>The partitions of a day, which hold all journals.</summary>
    public static IEnumerable<string> PartitionsOf(DateOnly day)
        => Enumerable.Range(0, Parts).Select(part => PartitionOf(day, part));

    /// <summary>Which of them holds what is about a reference.</summary>
    public static int PartOf(string reference)
        => SHA256.HashData(Encoding.UTF8.GetBytes(reference))[0] % Parts;

    /// <summary>The keys of a journal are behind that and before <see cref="EndOf"/>.</summary>
    public static string KeyBehind(JournalScope scope, string place) => $"{scope.Key}:{place}";

    /// <summary>Where a journal's keys end: names of journals have no semicolon, and it follows
    /// the colon.</summary>
    public static string EndOf(JournalScope scope) => $"{scope.Key};";

    /// <summary>The row beside the order.</summary>
    public static string KeyOf(int version)
        => Prefix + version.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The row beside the order.</summary>
    public static TableEntity ToRow(JournalEntry entry)
        => new(entry.Reference, KeyOf(entry.Version)) { [Entry] = Text(entry) };

    /// <summary>The row of a journal. Its name is the entry's: it is there once.</summary>
    public static TableEntity ToRow(JournalEntry entry, JournalScope scope)
        => new(
            PartitionOf(BeijingDay.Of(entry.At), PartOf(entry.Reference)),
            KeyBehind(scope, entry.Place()))
        {
            [Entry] = Text(entry),
        };

    /// <summary>What a row says.</summary>
    public static JournalEntry FromRow(TableEntity row)
        => JsonSerializer.Deserialize(
            row.GetString(Entry), OrderRowJson.Default.JournalEntry)
            ?? throw new InvalidDataException(
                $"Row {row.PartitionKey}/{row.RowKey} has no entry.");

    private static string PartitionOf(DateOnly day, int part)
        => string.Create(CultureInfo.InvariantCulture, $"entries:{day:yyyyMMdd}:{part}");

    private static string Text(JournalEntry entry)
        => JsonSerializer.Serialize(entry, OrderRowJson.Default.JournalEntry);
}
