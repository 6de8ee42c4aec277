using System.Globalization;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.MerchantApi;

/// <summary>A place in a listing as a text that is handed out and comes back.</summary>
internal static class OrderCursor
{
    /// <summary>Writes a place.</summary>
    public static string Write(OrderListing listing)
        => string.Create(
            CultureInfo.InvariantCulture, $"{listing.CreatedAt.UtcTicks}-{listing.Id}");

    /// <summary>Reads a place between two moments; null when it is none.</summary>
    public static OrderListing? Read(string text, DateTimeOffset from, DateTimeOffset to)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && long.TryParse(
                text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture,
                out var ticks)
            && ticks >= from.UtcTicks && ticks < to.UtcTicks
            && OrderId.TryParse(text[(dash + 1)..], out var id)
                ? new OrderListing(new DateTimeOffset(ticks, TimeSpan.Zero), id)
                : null;
    }
}
