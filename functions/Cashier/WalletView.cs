namespace PayFunctions.Cashier;

/// <summary>What <see cref="WalletPage"/> carries.</summary>
/// <param name="Order">The order.</param>
/// <param name="Product">The product, as the payer knows it.</param>
/// <param name="Bridge">The object that the wallet puts into the page.</param>
/// <param name="ReadyEvent">The document's event that says it is there.</param>
/// <param name="Method">The object's function.</param>
/// <param name="Operation">The function's first argument.</param>
/// <param name="Parameters">The second argument.</param>
/// <param name="BackHref">Where another way is chosen.</param>
/// <param name="ResultHref">Where the payer goes when the wallet closes.</param>
public sealed record WalletView(
    OrderSummary Order,
    string Product,
    string Bridge,
    string ReadyEvent,
    string Method,
    string Operation,
    IReadOnlyList<KeyValuePair<string, string>> Parameters,
    string BackHref,
    string ResultHref);
