using PayFunctions.Channels;
using PayFunctions.Ledger;
using PayFunctions.Orders;

namespace PayFunctions.Reconciliation;

/// <summary>
/// Holds a day's bill against a day's journal. The journal is put in first, then each row of the
/// bill is held against it, and then the journal's lines are looked through for what the bill did
/// not have. Of a line it keeps some 40 bytes; of a row that has a line, nothing.
/// </summary>
/// <param name="feeBasisPoints">The agreed fee of payments; null where none was.</param>
/// <param name="lines">How many lines there will be, where it is known.</param>
internal sealed class BillMatch(int? feeBasisPoints, int lines = 0)
{
    /// <summary>The most lines of one account and day that are held at once.</summary>
    public const int MaxLines = 2_000_000;

    /// <summary>What is said when there are more.</summary>
    public const string TooMany = "the account has more than 2000000 lines on one day";

    private const long MilliFenInFen = 1_000;

    // Amounts are never negative: what the bill had is kept as its complement.
    private readonly Dictionary<BillKey, long> ours = new(lines);
    private readonly Dictionary<BillKey, BillKey> others = [];
    private readonly HashSet<BillKey> theirs = [];

    /// <summary>Rows that agree with a line in everything.</summary>
    public long Matched { get; private set; }

    /// <summary>Rows of the bill.</summary>
    public long Rows { get; private set; }

    /// <summary>What the channel kept for itself, in thousandths of a fen.</summary>
    public long FeeMilliFen { get; private set; }

    /// <summary>Lines that the bill did not have, so far.</summary>
    public int Missing { get; private set; }

    /// <summary>Puts in what our journal has.</summary>
    /// <exception cref="BillBrokenException">There are too many.</exception>
    public void Add(SheetLine line)
    {
        ours[line.Key] = line.Fen;
        Missing = ours.Count;
        if (line.Other is { } other)
        {
            others[other] = line.Key;
        }

        if (ours.Count > MaxLines)
        {
            throw new BillBrokenException(TooMany);
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
        if (!ours.TryGetValue(key, out var fen))
        {
            return theirs.Add(key)
                ? Of(row, DifferenceKind.OnlyAtChannel, null, "")
                : Of(row, DifferenceKind.DuplicateAtChannel, null, "");
        }

        if (fen < 0)
        {
            return Of(row, DifferenceKind.DuplicateAtChannel, ~fen, "");
        }

        ours[key] = ~fen;
        Missing--;
        return Compare(row, fen);
    }

    private BillKey KeyOf(BillRow row)
        => BillKey.Of(row) is var key && others.TryGetValue(key, out var same) ? same : key;

    /// <summary>Whether the bill did not have a line of ours.</summary>
    public bool IsMissing(BillKey key) => ours.TryGetValue(key, out var fen) && fen >= 0;

    /// <summary>Whether the bill did not have a line of ours.</summary>
    public bool IsMissing(JournalLine line) => BillKey.Of(line) is { } key && IsMissing(key);

    /// <summary>A name for all that is missing: the same lines have the same one.</summary>
    public string NameOfMissing()
    {
        var sum = UInt128.Zero;
        foreach (var (key, fen) in ours)
        {
            sum = fen < 0 ? sum : unchecked(sum + new UInt128(key.High, key.Low));
        }

        return sum.ToString("x32", null);
    }

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
}
