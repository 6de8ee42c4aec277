namespace PayFunctions.Cashier;

/// <summary>The addresses of what a page loads; each changes with its content.</summary>
/// <param name="Style">The stylesheet.</param>
/// <param name="CashierScript">Polls and counts down.</param>
/// <param name="HandoverScript">Posts the form.</param>
/// <param name="WalletScript">Opens the payer's wallet.</param>
/// <param name="ConsoleStyle">What the console's pages look like besides.</param>
public sealed record AssetLinks(
    string Style, string CashierScript, string HandoverScript, string WalletScript,
    string ConsoleStyle);
