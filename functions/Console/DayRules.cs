using System.Collections.Immutable;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Console;

/// <summary>Counts a day. Pure.</summary>
internal static class DayRules
{
    /// <summary>The hours of a day in Beijing: there is no summer time.</summary>
    public const int HoursPerDay = 24;

    /// <summary>The figures.</summary>
    /// <param name="day">The day.</param>
    /// <param name="orders">The orders that were created on it.</param>
    /// <param name="delays">Times from a payment to the merchant's success.</param>
    public static DayFigures Of(
        DateOnly day, IReadOnlyCollection<Order> orders, IEnumerable<TimeSpan> delays)
    {
        var paid = orders.Where(static o => o.Payment is not null).ToList();
        ImmutableArray<TimeSpan> sorted = [.. delays.Order()];
        return new DayFigures(
            HoursOf(day, paid),
            orders.Count,
            paid.Count,
            paid.Sum(static o => o.Terms.Total.Fen),
            [
                .. orders
                    .SelectMany(static o => o.Attempts, static (_, a) => a.Product)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(product => Of(product, orders)),
            ],
            sorted.IsEmpty ? null : sorted[(sorted.Length - 1) / 2],
            sorted.IsEmpty ? null : sorted[^1]);
    }

    /// <summary>How long after the payment the merchant said success; null where it has not.
    /// </summary>
    public static TimeSpan? DelayOf(OrderFile file)
    {
        var notice = file.Notices.Select(static n => n.Notice).FirstOrDefault(static n =>
            n is
            {
                Type: Notice.PaymentType,
                TradeState: OrderState.Success,
                State: NoticeState.Delivered,
            });
        return file.Order.Order.Payment is { } payment
            && notice?.Attempts.LastOrDefault() is { } accepted
                ? accepted.At + TimeSpan.FromMilliseconds(accepted.DurationMs) - payment.PaidAt
                : null;
    }

    private static ImmutableArray<int> HoursOf(DateOnly day, List<Order> paid)
    {
        var hours = new int[HoursPerDay];
        foreach (var order in paid)
        {
            var at = BeijingDay.Local(order.Payment!.PaidAt);
            if (DateOnly.FromDateTime(at.DateTime) == day)
            {
                hours[at.Hour]++;
            }
        }

        return [.. hours];
    }

    private static ChannelFigures Of(string product, IReadOnlyCollection<Order> orders)
    {
        var paid = orders.Where(o => o.Payment is { } payment
            && string.Equals(
                o.FindAttempt(payment.Attempt)?.Product, product, StringComparison.Ordinal))
            .ToList();
        return new ChannelFigures(
            product,
            orders.Count(o => o.Attempts.Any(
                a => string.Equals(a.Product, product, StringComparison.Ordinal))),
            paid.Count,
            paid.Sum(static o => o.Terms.Total.Fen));
    }
}
