using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>An order as the gateway knows it, on a page of a list or by itself.</summary>
public record ListedPayment
{
    /// <summary>The gateway's number.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The merchant's own number.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>Where the order stands.</summary>
    [JsonConverter(typeof(TradeStateConverter))]
    public required TradeState TradeState { get; init; }

    /// <summary>The price in fen.</summary>
    public required long TotalFee { get; init; }

    /// <summary>The currency, <c>CNY</c>.</summary>
    public required string FeeType { get; init; }

    /// <summary>What is paid for.</summary>
    public required string Subject { get; init; }

    /// <summary>What the merchant attached; null when nothing was.</summary>
    public string? Attach { get; init; }

    /// <summary>How it is paid; null while the payer has not chosen.</summary>
    public string? Channel { get; init; }

    /// <summary>The channel's own number; null when not yet known.</summary>
    public string? ChannelTradeNo { get; init; }

    /// <summary>When the order was made.</summary>
    public required DateTimeOffset TimeCreated { get; init; }

    /// <summary>When the order closes by itself.</summary>
    public required DateTimeOffset TimeExpire { get; init; }

    /// <summary>When the payment ended; null while it has not.</summary>
    public DateTimeOffset? TimeEnd { get; init; }

    /// <summary>Grows with each movement of the order.</summary>
    public required long OrderVersion { get; init; }

    /// <summary>
    /// What went back or is about to, the oldest first, those that failed included; empty when
    /// there is none. Money that the order could not keep is among them, see
    /// <see cref="OrderRefund.RefundOrigin"/>.
    /// </summary>
    public IReadOnlyList<OrderRefund> Refunds
    {
        get => field ?? []; // the generated reader sets null where the member is missing
        init;
    }

    /// <summary>
    /// True when the order was paid, whatever of it has been refunded since:
    /// <see cref="TradeState"/> is <see cref="TradeState.Success"/> or
    /// <see cref="TradeState.Refund"/>.
    /// </summary>
    [JsonIgnore]
    public bool IsPaid => TradeState is TradeState.Success or TradeState.Refund;
}
