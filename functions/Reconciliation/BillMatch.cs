using PayFunctions.Channels;
using PayFunctions.Ledger;
using PayFunctions.Orders;

namespace PayFunctions.Reconciliation;

/// <summary>
/// Holds a day's bill against a day's journal. The journal is put in first, then each row of the
/// bill is held against it, and then the journal's lines are looked through for what the bill did
/// not have. Of a line it keeps some 50 bytes; of a row, nothing.
/// </summary>
/// <param name="feeBasisPoints">The agreed fee of payments; null where none was.</param>
internal sealed class BillMatch(int? feeBasisPoints)
{
    /// <summary>The most lines of one account and day that are held at once.</summary>
    public const int MaxLines = 2_000_000;

    private const long MilliFenInFen = 1_000;

    private readonly Dictionary<BillKey, Ours> ours = [];
    private readonly Dictionary<BillKey, BillKey> others = [];
    private readonly HashSet<BillKey> theirs = [];

    /// <summary>Rows that agree with a line in everything.</summary>
    public long Matched { get; private set; }

    /// <summary>Rows of the bill.</summary>
    public long Rows { get; private set; }

    /// <summary>What the channel kept for itself, in thousandths of a fen.</summary>
    public long FeeMilliFen { get; private set; }

    /// <summary>Puts in what our journal has.</summary>
    /// <exception cref="BillBrokenException">There are too many.</exception>
    public void Add(JournalLine line)
    {
        if (BillKey.Of(line) is { } key)
        {
            ours[key] = new Ours(line.Fen, IsSeen: false);
            if (BillKey.OtherOf(line) is { } other)
            {
                others[other] = key;
            }

            if (ours.Count > MaxLines)
            {
                throw new BillBrokenException(
                    $"the account has more than {MaxLines} lines on one day");
            }
        }
    }

    /// <summary>Holds a row of the bill against them.</summary>
    /// <returns>What is different; null when nothing is; <see cref="DifferenceKind.OnlyAtChannel"/>
    /// asks for a look at the order itself.</returns>
    public Difference? Take(BillRow row)
    {
        Rows++;
        FeeMilliFen += row.FeeMilliFen;
        var key = KeyOf(row);
        if (!ours.TryGetValue(key, out var line))
        {
            return theirs.Add(key)
                ? Of(row, DifferenceKind.OnlyAtChannel, null, "")
                : Of(row, DifferenceKind.DuplicateAtChannel, null, "");
        }

        if (line.IsSeen)
        {
            return Of(row, DifferenceKind.DuplicateAtChannel, line.Fen, "");
        }

        ours[key] = line with { IsSeen = true };
        return Compare(row, line.Fen);
    }

    private BillKey KeyOf(BillRow row)
        => BillKey.Of(row) is var key && others.TryGetValue(key, out var same) ? same : key;

    /// <summary>Whether the bill did not have a line of ours.</summary>
    public bool IsMissing(JournalLine line)
        => BillKey.Of(line) is { } key && ours.TryGetValue(key, out var known) && !known.IsSeen;

    /// <summary>The difference that a row makes.</summary>
    public static Difference Of(
        BillRow row, DifferenceKind kind, long? ourFen, string detail, bool isCleared = false)
    {
        var isRefund = row.Kind != BillRowKind.Payment;
        return new Difference(
            kind,
            (isRefund ? row.OutRefundNo ?? row.ChannelRefundNo : null) ?? row.OutTradeNo,
            isRefund, ourFen, row.Total.Fen, row.ChannelTradeNo, detail, isCleared);
    }

    private Difference? Compare(BillRow row, long fen)
    {
        if (!string.Equals(row.Total.Currency, Money.Cny, StringComparison.Ordinal))
        {
            return Of(row, DifferenceKind.Currency, fen, row.Total.Currency);
        }

        if (row.Total.Fen != fen)
        {
            return Of(row, DifferenceKind.Amount, fen, "");
        }

        if (WrongFee(row) is { } wrong)
        {
            return Of(row, DifferenceKind.Fee, fen, wrong);
        }

        Matched++;
        return null;
    }

    /// <summary>Channels round to the fen, or not at all: less than a fen is no difference.
    /// </summary>
    private string? WrongFee(BillRow row)
    {
        if (feeBasisPoints is not { } points || row.Kind != BillRowKind.Payment)
        {
            return null;
        }

        var agreed = row.Settled.Fen * MilliFenInFen * points / FeeRules.Whole;
        return Math.Abs(row.FeeMilliFen - agreed) < MilliFenInFen
            ? null
            : FormattableString.Invariant(
                $"{row.FeeMilliFen} thousandths of a fen instead of {agreed}");
    }

    private readonly record struct Ours(long Fen, bool IsSeen);
}
