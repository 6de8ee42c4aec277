using System.Text.Json.Nodes;
using PayFunctions.Orders;

namespace PayFunctions.MerchantApi;

/// <summary>Writes an order with its code, or what opens the payer's wallet, where it has one.
/// </summary>
internal delegate JsonObject WriteCreated(
    Order order, string? codeUrl, IReadOnlyList<KeyValuePair<string, string>>? wallet);
