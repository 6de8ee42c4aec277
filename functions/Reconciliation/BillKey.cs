using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Ledger;

namespace PayFunctions.Reconciliation;

/// <summary>
/// What a bill's row and a journal's line have in common, in 16 bytes: the first half of SHA-256
/// over the number the channel knows. A million of them fit into memory.
/// </summary>
internal readonly record struct BillKey(UInt128 Value)
{
    private const int Size = 16;
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

    /// <summary>32 hexadecimal digits: a name for rows.</summary>
    public override string ToString() => Value.ToString("x32", null);

    private static BillKey Of(char kind, string number)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(kind + number), digest);
        return new BillKey(BinaryPrimitives.ReadUInt128BigEndian(digest[..Size]));
    }
}
