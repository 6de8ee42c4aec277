using System.Globalization;
using System.Runtime.CompilerServices;
using PayFunctions.Channels;
using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>
/// An account's day of payments, made while it is read: neither the journal nor the bill is in
/// memory. Of a thousand lines one is not in the bill, and one of its rows is not ours.
/// </summary>
/// <param name="lines">How many lines, and rows, there are.</param>
internal sealed class SampleDay(int lines) : IDailyBill, IJournalStore
{
    /// <summary>Of so many lines one is missing, and of so many rows one is foreign.</summary>
    public const int OddOneIn = 1_000;

    private const string Product = "sample_page";
    private const long Fen = 100;
    private const long FeeMilliFen = 600;

    private static readonly DateTimeOffset Start = new(2026, 1, 2, 4, 0, 0, TimeSpan.Zero);

    /// <summary>The day.</summary>
    public static DateOnly Day => BeijingDay.Of(Start);

    /// <summary>Runs when the bill's last row was handed out.</summary>
    public Action AtLastRow { get; set; } = static () => { };

    /// <inheritdoc/>
    public string Name => "sample";

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    /// <inheritdoc/>
    public Task<BillOpening> OpenBillAsync(
        string account, DateOnly day, CancellationToken cancellation)
        => Task.FromResult<BillOpening>(new BillReady(RowsAsync()));

    /// <inheritdoc/>
    public Task WriteAsync(
        IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
        => Task.CompletedTask;

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(
        JournalScope scope, DateOnly day, CancellationToken cancellation)
        => ReadFromAsync(scope, day, "", cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadFromAsync(
        JournalScope scope, DateOnly day, string after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var from = after is "" ? 0
            : long.Parse(after.AsSpan(0, after.IndexOf(':', StringComparison.Ordinal)),
                CultureInfo.InvariantCulture) - Start.UtcTicks + 1;
        for (var line = (int)from; line < lines; line++)
        {
            yield return new JournalEntry(
                $"R{line}", 1, "Paid", Start.AddTicks(line), "shop", $"O{line}",
                [
                    new JournalLine(
                        JournalLineKind.Payment, Product, "main", BillText.NumberOf(line), Fen),
                ],
                []);
        }
    }

    private async IAsyncEnumerable<BillRow> RowsAsync()
    {
        await Task.CompletedTask;
        for (var row = 0; row < lines; row++)
        {
            // Another order than the journal's: from the end.
            var number = lines - 1 - row;
            yield return new BillRow(
                BillRowKind.Payment, Start, $"T{number}",
                number % OddOneIn == 0 ? $"foreign-{number}" : BillText.NumberOf(number),
                null, null, Money.OfFen(Fen), Money.OfFen(Fen), FeeMilliFen, "SUCCESS");
        }

        AtLastRow();
    }
}
