using System.Globalization;
using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The shop's orders, in memory.</summary>
internal sealed class OrderBook(TimeProvider time)
{
    /// <summary>The most orders kept; the oldest go first.</summary>
    public const int Maximum = 20_000;

    /// <summary>The most notifications kept for one order.</summary>
    public const int NoticesMaximum = 50;

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
    public ShopOrder? Find(string outTradeNo)
    {
        lock (turn)
        {
            return orders.GetValueOrDefault(outTradeNo);
        }
    }

    /// <summary>Orders a product.</summary>
    public ShopOrder Add(Product product)
    {
        lock (turn)
        {
            last++;
            var number = string.Create(CultureInfo.InvariantCulture, $"S{start}_{last:00000}");
            return Keep(new(number, product, time.GetUtcNow()));
        }
    }

    /// <summary>
    /// Books a notification. What is not newer than what is known is kept in the list and moves
    /// nothing, so that a notification may come any number of times and late.
    /// </summary>
    public ShopOrder? Book(PayNotification notification)
    {
        var notice = new ShopNotice(
            notification.NotifyId, time.GetUtcNow(), notification.TradeState,
            notification.OrderVersion);
        lock (turn)
        {
            var order = orders.GetValueOrDefault(notification.OutTradeNo)
                ?? Recovered(notification);
            if (order is null)
            {
                return null;
            }

            var isNewer = notice.Version > order.Version;
            return Keep(order with
            {
                State = isNewer ? notice.State : order.State,
                Version = isNewer ? notice.Version : order.Version,
                Notices = [.. order.Notices.TakeLast(NoticesMaximum - 1), notice],
            });
        }
    }

    /// <summary>An order of an earlier run: what was attached names its product.</summary>
    private ShopOrder? Recovered(PayNotification notification)
        => Product.Find(notification.Attach) is { } product
            ? new ShopOrder(notification.OutTradeNo, product, time.GetUtcNow())
            : null;

    private ShopOrder Keep(ShopOrder order)
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
