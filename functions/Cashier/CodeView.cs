namespace PayFunctions.Cashier;

/// <summary>What <see cref="CodePage"/> shows.</summary>
/// <param name="Order">The order.</param>
/// <param name="Product">The product, as the payer knows it.</param>
/// <param name="Code">The channel's code.</param>
/// <param name="CodeHref">Where the code leads, for a browser on the phone itself; null when it is
/// no web address.</param>
/// <param name="BackHref">Where another way is chosen.</param>
/// <param name="StatusHref">Where the script looks.</param>
/// <param name="ResultHref">Where it goes when there is news.</param>
/// <param name="Refresh">The refresh for browsers without scripts, or null.</param>
public sealed record CodeView(
    OrderSummary Order,
    string Product,
    QrCode Code,
    string? CodeHref,
    string BackHref,
    string StatusHref,
    string ResultHref,
    string? Refresh);
