using System.Text.Json.Nodes;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What a request orders.</summary>
internal sealed record PayOrder : ICheckoutOrder
{
    /// <summary>Who sells, under which application.</summary>
    public required Identity Identity { get; init; }

    /// <summary>How the payer comes to pay.</summary>
    public required Product Product { get; init; }

    /// <inheritdoc/>
    public required string OutTradeNo { get; init; }

    /// <inheritdoc/>
    public required long Fen { get; init; }

    /// <inheritdoc/>
    public required string Subject { get; init; }

    /// <summary>Given back unchanged; empty where absent.</summary>
    public required string Attach { get; init; }

    /// <summary>Where notifications go; empty for nowhere.</summary>
    public required string NotifyUrl { get; init; }

    /// <summary>The payer as the order names him; empty where it does not.</summary>
    public required string OpenId { get; init; }

    /// <summary>Whether he is named as the sub-merchant's application knows him.</summary>
    public required bool IsSubOpenId { get; init; }

    /// <summary>The till; empty where absent.</summary>
    public required string DeviceId { get; init; }

    /// <summary>When it closes unpaid.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>What has to be the same when the number is posted again.</summary>
    public required JsonObject Values { get; init; }

    /// <summary>Whether its payer is asked to confirm and never will.</summary>
    public bool IsNeverConfirmed { get; init; }

    /// <inheritdoc/>
    public string QuitUrl => string.Empty;

    /// <summary>Whose number it is.</summary>
    public Party Party => Identity.Party;

    /// <summary>The payer, the one of this world where the order names none.</summary>
    public string Payer => OpenId.Length > 0 ? OpenId : "oSandbox0000000000000000001";

    /// <summary>Whether another order under the same number is the same one.</summary>
    public bool IsSame(PayOrder other) => JsonNode.DeepEquals(Values, other.Values);
}
