using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Sandbox.Shop;

/// <summary>Something the shop asked of the gateway.</summary>
/// <param name="Route">Method, path and query.</param>
/// <param name="Body">The members that were sent.</param>
internal sealed record GatewayCall(string Route, JsonObject Body)
{
    /// <summary>A member as text; null where it was not sent.</summary>
    public string? this[string name] => Body[name]?.ToString();
}
