using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>Pay pages that were opened: an order each, found by a token nobody can guess.</summary>
/// <typeparam name="TOrder">The channel's order.</typeparam>
/// <param name="root">Where the pages are, from the simulator's root.</param>
internal sealed class CheckoutBook<TOrder>(string root = CheckoutBook<TOrder>.CashierRoot)
    where TOrder : class, ICheckoutOrder
{
    /// <summary>Where pay pages are.</summary>
    public const string CashierRoot = "/cashier";

    /// <summary>The most pages one run keeps.</summary>
    public const int Maximum = 100_000;

    private const int TokenLength = 32;

    private readonly ConcurrentDictionary<string, Checkout<TOrder>> pages =
        new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Checkout<TOrder>> latest =
        new(StringComparer.Ordinal);

    /// <summary>Where the pages are, from the simulator's root.</summary>
    public string Root => root;

    /// <summary>The pages, the last one of each number.</summary>
    public IReadOnlyList<Checkout<TOrder>> Latest => [.. latest.Values];

    /// <summary>Opens a page for an order; null where there is no room.</summary>
    public Checkout<TOrder>? Open(TOrder order)
    {
        if (pages.Count >= Maximum)
        {
            return null;
        }

        var token = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);
        var page = new Checkout<TOrder>(token, order, $"{root}/{token}");
        latest[order.OutTradeNo] = page;
        pages[token] = page;
        return page;
    }

    /// <summary>The page of a token.</summary>
    public Checkout<TOrder>? Find(string token) => pages.GetValueOrDefault(token);

    /// <summary>The page that was opened last under a number.</summary>
    public Checkout<TOrder>? FindLatest(string outTradeNo) => latest.GetValueOrDefault(outTradeNo);
}

/// <summary>One pay page.</summary>
/// <param name="Token">Its secret.</param>
/// <param name="Order">What is paid there.</param>
/// <param name="Path">Its path, from the simulator's root.</param>
internal sealed record Checkout<TOrder>(string Token, TOrder Order, string Path);
