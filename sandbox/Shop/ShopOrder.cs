using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>An order, as the shop keeps it.</summary>
/// <param name="OutTradeNo">The shop's number.</param>
/// <param name="Product">What was ordered.</param>
/// <param name="Created">When.</param>
internal sealed record ShopOrder(string OutTradeNo, Product Product, DateTimeOffset Created)
{
    /// <summary>Where it stands: only a signed notification moves it.</summary>
    public TradeState State { get; init; } = TradeState.NotPay;

    /// <summary>The version the last notification spoke of; 0 before the first.</summary>
    public long Version { get; init; }

    /// <summary>The notifications that arrived, oldest first.</summary>
    public IReadOnlyList<ShopNotice> Notices { get; init; } = [];

    /// <summary>Whether it is paid.</summary>
    public bool IsPaid => State is TradeState.Success;
}
