using System.Globalization;

namespace PayFunctions.Orders;

/// <summary>
/// The number a channel sees for a refund, and our refund_id: the transaction_id, <c>R</c> and
/// three digits, 30 characters in all (the strictest channel allows 32). Never an order number.
/// </summary>
internal readonly record struct ChannelRefundNo(OrderId Id, int Refund)
{
    private const char Mark = 'R';
    private const int RefundDigits = 3;

    /// <summary>Reads a number that we gave to a channel.</summary>
    public static bool TryParse(string? text, out ChannelRefundNo number)
    {
        number = default;
        if (text is not { Length: OrderId.Length + 1 + RefundDigits }
            || text[OrderId.Length] != Mark
            || !OrderId.TryParse(text[..OrderId.Length], out var id)
            || !int.TryParse(
                text.AsSpan(OrderId.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture,
                out var refund)
            || refund == 0)
        {
            return false;
        }

        number = new ChannelRefundNo(id, refund);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
        => Id.Value + Mark + Refund.ToString("D3", CultureInfo.InvariantCulture);
}
