using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Ledger;

namespace PayFunctions.Reconciliation;

/// <summary>
/// What a bill's row and a journal's line have in common, in 16 bytes: the first half of SHA-256
/// over the number the channel knows. A million of them fit into memory.
/// </summary>
/// <param name="High">The first eight bytes.</param>
/// <param name="Low">The others: two halves lie closer together than one whole.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BillKey(ulong High, ulong Low)
{
    /// <summary>How many bytes it has.</summary>
    public const int Size = 16;

    private const char Refund = 'R';
    private const char ChannelRefund = 'C';
    private const char Payment = 'P';

    /// <summary>The key of a row; a refund without a number of ours goes by theirs.</summary>
    public static BillKey Of(BillRow row) => row switch
    {
        { Kind: BillRowKind.Payment } => Of(Payment, row.OutTradeNo),
        { OutRefundNo: { } ours } => Of(Refund, ours),
        { ChannelRefundNo: { } theirs } => Of(ChannelRefund, theirs),
        _ => Of(Refund, row.OutTradeNo),
    };

    /// <summary>The key of a refund of ours.</summary>
    public static BillKey OfRefund(string number) => Of(Refund, number);

    /// <summary>The key by which a bill without our numbers has a line; null for others.</summary>
    public static BillKey? OtherOf(JournalLine line)
        => line is { Kind: JournalLineKind.RefundPaid, ChannelRefundNo: { } theirs }
            ? Of(ChannelRefund, theirs)
            : null;

    /// <summary>The key of a line that a bill should have; null for others.</summary>
    public static BillKey? Of(JournalLine line) => line.Kind switch
    {
        JournalLineKind.Payment or JournalLineKind.ExtraPayment => Of(Payment, line.Number),
        JournalLineKind.RefundPaid => Of(Refund, line.RefundNumber ?? line.Number),
        _ => null,
    };

    /// <summary>The keys that a line may have whose number the difference says.</summary>
    public static IEnumerable<BillKey> Of(Difference difference)
        => difference.IsRefund
            ? [Of(Refund, difference.Number)]
            : [Of(Payment, difference.Number), Of(Refund, difference.Number)];

    /// <summary>Reads one.</summary>
    public static BillKey Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(ulong)..]));

    /// <summary>Writes it.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[sizeof(ulong)..], Low);
    }

    /// <summary>32 hexadecimal digits: a name for rows.</summary>
    public override string ToString() => new UInt128(High, Low).ToString("x32", null);

    private static BillKey Of(char kind, string number)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(kind + number), digest);
        return Read(digest);
    }
}
