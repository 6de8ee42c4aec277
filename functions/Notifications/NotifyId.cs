using System.Globalization;
using PayFunctions.Orders;

namespace PayFunctions.Notifications;

/// <summary>
/// Names one piece of news: the order and the version it tells of. Derived, so deciding again
/// makes the same notice, and the id alone finds the order's partition.
/// </summary>
internal readonly record struct NotifyId(OrderId Order, int Version)
{
    private const int VersionDigits = 6;

    /// <summary>Reads a notify_id: the transaction_id and six digits.</summary>
    public static bool TryParse(string? text, out NotifyId id)
    {
        id = default;
        if (text is not { Length: OrderId.Length + VersionDigits }
            || !OrderId.TryParse(text[..OrderId.Length], out var order)
            || !int.TryParse(
                text.AsSpan(OrderId.Length), NumberStyles.None, CultureInfo.InvariantCulture,
                out var version))
        {
            return false;
        }

        id = new NotifyId(order, version);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
        => Order.Value + Version.ToString("D6", CultureInfo.InvariantCulture);
}
