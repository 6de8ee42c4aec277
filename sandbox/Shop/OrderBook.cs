using System.Globalization;
using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The shop's orders, in memory.</summary>
internal sealed class OrderBook(TimeProvider time)
{
    /// <summary>The most orders kept; the oldest go first.</summary>
    public const int Maximum = 20_000;

    private readonly Lock turn = new();
    private readonly Dictionary<string, ShopOrder> orders = new(StringComparer.Ordinal);
    private readonly Queue<string> ages = [];

    /// <summary>
    /// The start is in every number: the gateway remembers what an earlier run ordered.
    /// </summary>
    private readonly string start = time.GetUtcNow().ToString(
        "yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    private int last;

    /// <summary>The newest orders first.</summary>
    public IReadOnlyList<ShopOrder> Newest(int count)
    {
        lock (turn)
        {
            return [.. ages.Reverse().Take(count).Select(n => orders[n])];
        }
    }

    /// <summary>An order; null where there is none.</summary>
    public ShopOrder? Find(string? outTradeNo)
    {
        lock (turn)
        {
            return outTradeNo is null ? null : orders.GetValueOrDefault(outTradeNo);
        }
    }

    /// <summary>A number for an order, never given before.</summary>
    public string DrawOrderNo() => Draw('S');

    /// <summary>
    /// A number for a refund, never given before. A form keeps the one it was made with: sent
    /// twice, it is one refund.
    /// </summary>
    public string DrawRefundNo() => Draw('R');

    /// <summary>Orders a product, by a channel or by whichever the payer chooses.</summary>
    public ShopOrder Add(Product product, ShopChannel? channel = null)
        => Keep(new(DrawOrderNo(), product, time.GetUtcNow()) { Channel = channel?.Product });

    /// <summary>Keeps an order, or what it has become.</summary>
    public ShopOrder Keep(ShopOrder order)
    {
        lock (turn)
        {
            if (!orders.ContainsKey(order.OutTradeNo))
            {
                ages.Enqueue(order.OutTradeNo);
            }

            orders[order.OutTradeNo] = order;
            if (ages.Count > Maximum)
            {
                orders.Remove(ages.Dequeue());
            }

            return order;
        }
    }

    /// <summary>Changes an order as it is now; null where there is none.</summary>
    public ShopOrder? Change(string outTradeNo, Func<ShopOrder, ShopOrder> change)
    {
        lock (turn)
        {
            return orders.TryGetValue(outTradeNo, out var order) ? Keep(change(order)) : null;
        }
    }

    /// <summary>Books a notification; null where it is about no order that is known.</summary>
    public ShopOrder? Book(PayNotification notification)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            var order = orders.GetValueOrDefault(notification.OutTradeNo)
                ?? Recovered(notification, now);
            return order is null ? null : Keep(OrderRules.After(order, notification, now));
        }
    }

    /// <summary>Books what the gateway answered about an order.</summary>
    public ShopOrder? Book(OrderQueryResponse answer)
        => Change(answer.OutTradeNo, order => OrderRules.After(order, answer));

    /// <summary>Books what the gateway answered about a refund.</summary>
    public ShopOrder? Book(RefundResponse answer)
        => Change(answer.OutTradeNo, order => OrderRules.After(order, answer));

    /// <summary>An order of an earlier run: what was attached names its product.</summary>
    private static ShopOrder? Recovered(PayNotification notification, DateTimeOffset now)
    {
        var product = notification.Attach is Product.TillId
            ? Product.AtTill(notification.TotalFee)
            : Product.Find(notification.Attach);
        return product is null ? null : new(notification.OutTradeNo, product, now);
    }

    private string Draw(char mark)
        => string.Create(
            CultureInfo.InvariantCulture, $"{mark}{start}_{Interlocked.Increment(ref last):00000}");
}
