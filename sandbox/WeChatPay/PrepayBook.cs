using System.Collections.Concurrent;
using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Everything that postings of orders opened.</summary>
internal sealed class PrepayBook(CheckoutBook<PayOrder> checkouts)
{
    private const int TokenLength = 12;

    private static readonly TimeSpan H5Life = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, Prepay> byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Party, string), string> latest = new();

    /// <summary>Opens an order to be paid; null where there is no room.</summary>
    public Prepay? Open(PayOrder order, DateTimeOffset now)
    {
        if (checkouts.Open(order) is not { } page)
        {
            return null;
        }

        var prepay = new Prepay(
            TradeNumbers.PrepayId(now),
            RandomNumberGenerator.GetHexString(TokenLength, lowercase: true),
            page, now + (order.Product is Product.H5 ? H5Life : Life));
        byId[prepay.Id] = prepay;
        latest[(order.Party, order.OutTradeNo)] = prepay.Id;
        return prepay;
    }

    /// <summary>What has an id; null where nothing has, or no longer.</summary>
    public Prepay? Find(string id, DateTimeOffset now)
        => byId.GetValueOrDefault(id) is { } prepay && now < prepay.Expires ? prepay : null;

    /// <summary>
    /// What a code leads to: only the last one of an order does, and only while it lives.
    /// </summary>
    public Prepay? FindCode(string codeUrl, DateTimeOffset now)
        => byId.Values.FirstOrDefault(p => now < p.Expires
            && p.Order.Product is Product.Native
            && string.Equals(p.CodeUrl, codeUrl, StringComparison.Ordinal)
            && string.Equals(
                latest[(p.Order.Party, p.Order.OutTradeNo)], p.Id, StringComparison.Ordinal));
}
