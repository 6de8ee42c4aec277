namespace PayFunctions.Cashier;

/// <summary>What <see cref="CashierPage"/> shows.</summary>
/// <param name="Order">The order.</param>
/// <param name="SecondsLeft">Seconds left to pay, for the script to count down.</param>
/// <param name="TimeLeft">The same as a clock shows it.</param>
/// <param name="Choices">The ways to pay.</param>
/// <param name="Code">The page's own address, for a phone.</param>
/// <param name="StatusHref">Where the script looks.</param>
/// <param name="ResultHref">Where it goes when there is news.</param>
/// <param name="Refresh">The refresh for browsers without scripts, or null.</param>
public sealed record CashierView(
    OrderSummary Order,
    long SecondsLeft,
    string TimeLeft,
    IReadOnlyList<PayChoice> Choices,
    QrCode Code,
    string StatusHref,
    string ResultHref,
    string? Refresh);
