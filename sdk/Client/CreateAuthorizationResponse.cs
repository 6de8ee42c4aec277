using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>An authorisation that waits for its payer.</summary>
public sealed record CreateAuthorizationResponse
{
    /// <summary>The gateway's number.</summary>
    public required string AuthorizationId { get; init; }

    /// <summary>The merchant's own number.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>Where it stands, usually <see cref="TradeState.NotPay"/>.</summary>
    [JsonConverter(typeof(TradeStateConverter))]
    public required TradeState AuthorizationState { get; init; }

    /// <summary>The amount to be held, in fen.</summary>
    public required long TotalFee { get; init; }

    /// <summary>The currency, <c>CNY</c>.</summary>
    public required string FeeType { get; init; }

    /// <summary>Where to send the payer's browser.</summary>
    public required Uri PayUrl { get; init; }

    /// <summary>
    /// What to show as a QR code, for the payer's phone to scan; null unless
    /// <see cref="PaymentParameters.Channel"/> names a product that is scanned.
    /// </summary>
    public string? CodeUrl { get; init; }

    /// <summary>Until when the payer may authorise.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Grows with each movement.</summary>
    public required long OrderVersion { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }
}
