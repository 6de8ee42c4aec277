using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>An order, as the shop keeps it.</summary>
/// <param name="OutTradeNo">The shop's number.</param>
/// <param name="Product">What was ordered.</param>
/// <param name="Created">When.</param>
internal sealed record ShopOrder(string OutTradeNo, Product Product, DateTimeOffset Created)
{
    /// <summary>
    /// The product of the channel: what was chosen, then what it was paid by; null while that is
    /// left to the gateway's page.
    /// </summary>
    public string? Channel { get; init; }

    /// <summary>What is shown to be scanned; null where there is no such code.</summary>
    public string? CodeUrl { get; init; }

    /// <summary>
    /// Where it stands: moved by the gateway alone, by its signed notifications and its answers.
    /// </summary>
    public TradeState State { get; init; } = TradeState.NotPay;

    /// <summary>The version that what is known is of; 0 before anything is.</summary>
    public long Version { get; init; }

    /// <summary>What went back or is about to, oldest first.</summary>
    public IReadOnlyList<ShopRefund> Refunds { get; init; } = [];

    /// <summary>The notifications that arrived, oldest first.</summary>
    public IReadOnlyList<ShopNotice> Notices { get; init; } = [];

    /// <summary>The trouble that the last charge at the till ended in; null where none.</summary>
    public PayProblem? Trouble { get; init; }

    /// <summary>Whether it was paid, whatever went back since.</summary>
    public bool IsPaid => State is TradeState.Success or TradeState.Refund;

    /// <summary>Whether a payer may still pay it.</summary>
    public bool IsPayable
        => State is TradeState.NotPay or TradeState.UserPaying or TradeState.PayError;

    /// <summary>Whether nothing is to be waited for.</summary>
    public bool IsOver
        => (IsPaid || State is TradeState.Closed or TradeState.Revoked)
            && !Refunds.Any(static r => r.IsOpen);

    /// <summary>What may still go back, in fen.</summary>
    public long LeftFen
        => IsPaid
            ? Math.Max(0, Product.Fen - Refunds.Where(static r => r.Counts).Sum(static r => r.Fen))
            : 0;
}
