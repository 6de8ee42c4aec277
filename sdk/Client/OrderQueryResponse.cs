using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>An order as the gateway knows it now.</summary>
public sealed record OrderQueryResponse : ListedPayment
{
    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }

    /// <summary>How far a payment by card and code is; null for any other.</summary>
    [JsonPropertyName("kcode_state")]
    [JsonConverter(typeof(KCodeStateConverter))]
    public KCodeState? KCodeState { get; init; }

    /// <summary>How many codes may still be asked for; null for any other payment.</summary>
    [JsonPropertyName("kcode_sends_left")]
    public int? KCodeSendsLeft { get; init; }

    /// <summary>How many codes may still be entered; null for any other payment.</summary>
    [JsonPropertyName("kcode_tries_left")]
    public int? KCodeTriesLeft { get; init; }

    /// <summary>
    /// The bank's page where the payer signs up, with <see cref="KCodeState.NotSigned"/>; else
    /// null.
    /// </summary>
    public Uri? SignUrl { get; init; }

    /// <summary>
    /// True when the order is paid and nothing was refunded. False for
    /// <see cref="TradeState.Refund"/>, as the word decides: a first part that goes back ends it.
    /// Ask <see cref="ListedPayment.IsPaid"/> whether it was ever paid.
    /// </summary>
    /// <returns>Whether <see cref="ListedPayment.TradeState"/> is
    /// <see cref="TradeState.Success"/>.</returns>
    public bool IsPaySuccessful() => TradeState is TradeState.Success;
}
