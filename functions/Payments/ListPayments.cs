using System.Collections.Immutable;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>
/// An application's orders by the time they were created, a page at a time. What a page costs
/// grows with the page and with what its filter passes over, never with history.
/// </summary>
internal sealed class ListPayments(IOrderStore orders, IOrderListStore list, TimeProvider time)
{
    /// <summary>The most orders on a page.</summary>
    public const int PageMax = 100;

    /// <summary>The most orders a call reads for one page.</summary>
    public const int ReadMax = 500;

    /// <summary>The longest time a listing may be about.</summary>
    public static readonly TimeSpan RangeMax = TimeSpan.FromDays(31);

    /// <summary>
    /// How old an order must be to be listed: by then it is committed, and no older one can come
    /// between what a cursor has passed.
    /// </summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(30);

    /// <summary>Reads a page.</summary>
    public async Task<PaymentPage> RunAsync(
        Application application, PaymentRange range, CancellationToken cancellation)
    {
        var settled = time.GetUtcNow() - Settle;
        var to = range.To < settled ? range.To : settled;
        var found = ImmutableArray.CreateBuilder<Order>();
        var last = range.After;
        var read = 0;
        for (var day = BeijingDay.Of(last?.CreatedAt ?? range.From);
            BeijingDay.StartOf(day) < to; day = day.AddDays(1))
        {
            await foreach (var chunk in list
                .ReadAsync(application.AppId, day, last, cancellation)
                .SkipWhile(listing => listing.CreatedAt < range.From)
                .TakeWhile(listing => listing.CreatedAt < to)
                .Chunk(Math.Min(range.Limit, PageMax))
                .WithCancellation(cancellation))
            {
                foreach (var (listing, order) in await FindAsync(chunk, cancellation))
                {
                    last = listing;
                    read++;
                    if (order is not null && IsListed(application, listing, order)
                        && range.Takes(order))
                    {
                        found.Add(order);
                    }

                    if (found.Count == range.Limit || read == ReadMax)
                    {
                        return new PaymentPage(found.ToImmutable(), last, HasMore: true);
                    }
                }
            }
        }

        return new PaymentPage(found.ToImmutable(), last, HasMore: false);
    }

    /// <summary>A note that was made for an order which was committed at another time, or by
    /// nobody, is none.</summary>
    private static bool IsListed(Application application, OrderListing listing, Order order)
        => string.Equals(order.AppId, application.AppId, StringComparison.Ordinal)
            && order.CreatedAt == listing.CreatedAt
            && order.Terms.Kind == OrderKind.Payment;

    private async Task<(OrderListing Listing, Order? Order)[]> FindAsync(
        OrderListing[] listings, CancellationToken cancellation)
        => await Task.WhenAll(listings.Select(async listing =>
            (listing, (await orders.FindAsync(listing.Id, cancellation))?.Order)));
}
