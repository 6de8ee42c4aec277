namespace PayFunctions.Channels;

/// <summary>How a page inside a wallet's own browser talks to the wallet.</summary>
/// <param name="Name">The object that the wallet puts into the page.</param>
/// <param name="ReadyEvent">The document's event that says it is there.</param>
/// <param name="Method">The object's function.</param>
/// <param name="Operation">The function's first argument; the parameters are the second.</param>
internal sealed record WalletBridge(
    string Name, string ReadyEvent, string Method, string Operation);
