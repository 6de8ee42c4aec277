namespace PayFunctions.Cashier;

/// <summary>What <see cref="ResultPage"/> shows.</summary>
/// <param name="Kind">What became of the order.</param>
/// <param name="Order">The order.</param>
/// <param name="OwesRefund">Whether money goes back to the payer.</param>
/// <param name="MerchantHref">The merchant's page with signed parameters, or null.</param>
/// <param name="ChooseHref">The choice, while the order can be paid, or null.</param>
/// <param name="LookHref">This page again, while nothing is decided, or null.</param>
/// <param name="Refresh">The refresh that takes the payer on, or null.</param>
public sealed record ResultView(
    ResultKind Kind,
    OrderSummary Order,
    bool OwesRefund,
    string? MerchantHref,
    string? ChooseHref,
    string? LookHref,
    string? Refresh);
