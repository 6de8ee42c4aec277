using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>A payment that waits for its payer.</summary>
public sealed record CreatePaymentResponse
{
    /// <summary>The gateway's number.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The merchant's own number.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>Where the order stands, usually <see cref="TradeState.NotPay"/>.</summary>
    [JsonConverter(typeof(TradeStateConverter))]
    public required TradeState TradeState { get; init; }

    /// <summary>The price in fen.</summary>
    public required long TotalFee { get; init; }

    /// <summary>The currency, <c>CNY</c>.</summary>
    public required string FeeType { get; init; }

    /// <summary>Where to send the payer's browser.</summary>
    public required Uri PayUrl { get; init; }

    /// <summary>
    /// What to show as a QR code, for the payer's phone to scan; null unless
    /// <see cref="PaymentParameters.Channel"/> names a product that is paid by code.
    /// </summary>
    public string? CodeUrl { get; init; }

    /// <summary>
    /// What opens the payer's wallet, by the channel's names: hand it to the wallet as it is, soon,
    /// from a page inside the wallet or from the application; null unless
    /// <see cref="PaymentParameters.Channel"/> names a product that is paid in the wallet.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Wallet { get; init; }

    /// <summary>When the payment closes by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Grows with each movement of the order.</summary>
    public required long OrderVersion { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }
}
