using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Pay pages that were opened: an order each, and no trade until the payer acts.</summary>
internal sealed class CheckoutBook
{
    /// <summary>The most pages one run keeps.</summary>
    public const int Maximum = 100_000;

    private const int TokenLength = 32;

    private readonly ConcurrentDictionary<string, PayOrder> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PayOrder> latest = new(StringComparer.Ordinal);

    /// <summary>The orders that have a page, the last one of each number.</summary>
    public IReadOnlyList<PayOrder> Latest => [.. latest.Values];

    /// <summary>Opens a page for an order.</summary>
    public bool TryAdd(PayOrder order, out string token)
    {
        token = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);
        if (pages.Count >= Maximum)
        {
            return false;
        }

        latest[order.OutTradeNo] = order;
        return pages.TryAdd(token, order);
    }

    /// <summary>The order of a page.</summary>
    public PayOrder? Find(string token) => pages.GetValueOrDefault(token);

    /// <summary>The order whose page was opened last under a number.</summary>
    public PayOrder? FindLatest(string outTradeNo) => latest.GetValueOrDefault(outTradeNo);
}
