using System.Text.Json.Nodes;
using PayFunctions.Sandbox.Tenpay;

namespace PayFunctions.Tests.Conformance.Tenpay;

/// <summary>Tenpay's open platform, whose notifications bring nothing but a number to ask by. It
/// has no refunds and no bills.</summary>
public sealed class OpenTenpayRig : TenpayRig
{
    /// <inheritdoc/>
    protected override string Identity => "8800000001";

    /// <inheritdoc/>
    protected override string OtherIdentity => "8800000002";

    /// <inheritdoc/>
    protected override string IdentityName => "appid";

    /// <inheritdoc/>
    private protected override TenpayProfile Profile => TenpayProfile.Open;

    /// <inheritdoc/>
    private protected override JsonObject Settings(Uri simulator, string identity) => new()
    {
        ["profile"] = "open",
        ["app_id"] = identity,
        ["base_uri"] = simulator.AbsoluteUri.TrimEnd('/'),
        ["payer_ip_fallback"] = "203.0.113.7",
    };

    /// <inheritdoc/>
    private protected override JsonObject Secrets(string keyName) => new() { ["key"] = keyName };
}
