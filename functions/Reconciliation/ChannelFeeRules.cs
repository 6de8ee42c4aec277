using System.Globalization;
using PayFunctions.Ledger;

namespace PayFunctions.Reconciliation;

/// <summary>What a channel kept of a day, as an entry of the books.</summary>
internal static class ChannelFeeRules
{
    private const long MilliFenInFen = 1_000;

    /// <summary>Thousandths of a fen, in fen, rounded half away from zero.</summary>
    public static long InFen(long milliFen)
        => (milliFen + (Math.Sign(milliFen) * MilliFenInFen / 2)) / MilliFenInFen;

    /// <summary>
    /// Takes what is booked of a day to what the channel kept. A change is booked when it is found:
    /// the day it is about may be closed long since.
    /// </summary>
    public static ReconciliationRun Book(ReconciliationRun run, long fen)
        => fen == run.BookedFen
            ? run
            : run with
            {
                BookedFen = fen,
                BookedChangeFen = fen - run.BookedFen,
                BookedAt = run.At,
                Bookings = run.Bookings + 1,
            };

    /// <summary>The entry of a run's latest booking; null while there is none.</summary>
    public static JournalEntry? EntryOf(ReconciliationRun run)
    {
        if (run.BookedAt is not { } at)
        {
            return null;
        }

        var day = run.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var change = run.BookedChangeFen;
        return new JournalEntry(
            $"fees:{run.Channel}:{run.Account}:{day}", run.Bookings,
            run.Bookings == 1 ? "ChannelFees" : "ChannelFeesCorrected", at, AppId: "",
            OutTradeNo: "",
            [
                new JournalLine(
                    JournalLineKind.ChannelFee, run.Channel, run.Account, day, Math.Abs(change)),
            ],
            [
                new Posting(Chart.ChannelFeesOf(run.Channel, run.Account).Name, change),
                new Posting(Chart.ReceivableOf(run.Channel, run.Account).Name, -change),
            ]);
    }
}
