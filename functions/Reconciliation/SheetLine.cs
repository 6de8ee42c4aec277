using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PayFunctions.Ledger;

namespace PayFunctions.Reconciliation;

/// <summary>What reconciliation keeps of a journal's line.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Fen">Its amount; never negative.</param>
/// <param name="Other">The key by which a bill without our numbers has it, if any.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SheetLine(BillKey Key, long Fen, BillKey? Other)
{
    /// <summary>The most bytes of one.</summary>
    public const int SizeMax = Short + BillKey.Size;

    private const int Short = BillKey.Size + sizeof(long);

    /// <summary>What is kept of a line; null when no bill has its like.</summary>
    public static SheetLine? Of(JournalLine line)
        => BillKey.Of(line) is { } key
            ? new SheetLine(key, line.Fen, BillKey.OtherOf(line))
            : null;

    /// <summary>Reads one, and how many bytes that took.</summary>
    public static (SheetLine Line, int Size) Read(ReadOnlySpan<byte> bytes)
    {
        var fen = BinaryPrimitives.ReadInt64BigEndian(bytes[BillKey.Size..]);
        return fen >= 0
            ? (new SheetLine(BillKey.Read(bytes), fen, null), Short)
            : (new SheetLine(BillKey.Read(bytes), ~fen, BillKey.Read(bytes[Short..])), SizeMax);
    }

    /// <summary>Writes it; how many bytes that took. Where another key follows, the amount is its
    /// complement.</summary>
    public int Write(Span<byte> bytes)
    {
        Key.Write(bytes);
        BinaryPrimitives.WriteInt64BigEndian(
            bytes[BillKey.Size..], Other is null ? Fen : ~Fen);
        Other?.Write(bytes[Short..]);
        return Other is null ? Short : SizeMax;
    }
}
