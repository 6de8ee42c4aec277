using System.Text.Json;

namespace PayFunctions.Sandbox.Day;

/// <summary>Whether an order is over: nothing is under way, and the merchant knows.</summary>
internal static class DaySettling
{
    private static readonly string[] Over = ["SUCCESS", "REFUND", "CLOSED", "REVOKED"];

    /// <summary>Reads an order as the operator sees it.</summary>
    public static bool IsSettled(JsonElement order)
        => Over.Contains(order.GetProperty("trade_state").GetString(), StringComparer.Ordinal)
            && All(order, "refunds", static r => !Is(r, "refund_state", "PROCESSING"))
            && All(order, "notifications", static n => Is(n, "state", "DELIVERED"));

    private static bool All(JsonElement order, string name, Func<JsonElement, bool> test)
        => !order.TryGetProperty(name, out var list) || list.EnumerateArray().All(test);

    private static bool Is(JsonElement thing, string name, string word)
        => string.Equals(thing.GetProperty(name).GetString(), word, StringComparison.Ordinal);
}
