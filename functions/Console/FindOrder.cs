using PayFunctions.Ledger;
using PayFunctions.MerchantApi;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Console;

/// <summary>
/// Finds the order that any number leads to: our own by what they begin with, the merchant's by
/// where they must be, the channel's in the journals of the last days.
/// </summary>
internal sealed class FindOrder(
    IOrderStore orders, IRefundNumberStore refunds, IJournalStore journal, TimeProvider time)
{
    /// <summary>The longest number.</summary>
    public const int MaxLength = 64;

    /// <summary>How many days back a channel's number is looked for.</summary>
    public const int JournalDays = 31;

    /// <summary>The most entries that are read for it, the latest days first.</summary>
    public const int JournalEntriesMax = 20_000;

    /// <summary>The order, or null when no order of the application has that number.</summary>
    public async Task<OrderId?> RunAsync(
        Application application, string number, CancellationToken cancellation)
    {
        if (number.Length is 0 or > MaxLength)
        {
            return null;
        }

        if (Ours(number) is { } ours
            && await BelongsAsync(application, ours, cancellation))
        {
            return ours;
        }

        if (TermsCheck.IsOutTradeNo(number))
        {
            var order = OrderId.Of(application.AppId, number);
            if (await BelongsAsync(application, order, cancellation))
            {
                return order;
            }

            if (await refunds.FindAsync(application.AppId, number, cancellation) is { } refunded
                && await BelongsAsync(application, refunded, cancellation))
            {
                return refunded;
            }
        }

        return await FindInJournalAsync(application, number, cancellation);
    }

    /// <summary>A transaction_id, or one with an attempt, a refund or a notice behind it.</summary>
    private static OrderId? Ours(string number)
        => OrderId.TryParse(number, out var id) ? id
            : ChannelOrderNo.TryParse(number, out var attempt) ? attempt.Id
            : ChannelRefundNo.TryParse(number, out var refund) ? refund.Id
            : NotifyId.TryParse(number, out var notice) ? notice.Order
            : null;

    private async Task<bool> BelongsAsync(
        Application application, OrderId id, CancellationToken cancellation)
        => string.Equals(
            (await orders.FindAsync(id, cancellation))?.Order.AppId, application.AppId,
            StringComparison.Ordinal);

    private async Task<OrderId?> FindInJournalAsync(
        Application application, string number, CancellationToken cancellation)
    {
        var scope = JournalScope.OfApplication(application.AppId);
        var today = BeijingDay.Of(time.GetUtcNow());
        var read = 0;
        for (var back = 0; back < JournalDays; back++)
        {
            await foreach (var entry in journal.ReadAsync(
                scope, today.AddDays(-back), cancellation))
            {
                if (entry.Lines.Any(line => IsOf(line, number))
                    && OrderId.TryParse(entry.Reference, out var id))
                {
                    return id;
                }

                if (++read == JournalEntriesMax)
                {
                    return null;
                }
            }
        }

        return null;
    }

    private static bool IsOf(JournalLine line, string number)
        => string.Equals(line.ChannelTradeNo, number, StringComparison.Ordinal)
            || string.Equals(line.ChannelRefundNo, number, StringComparison.Ordinal);
}
