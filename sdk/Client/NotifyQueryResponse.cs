using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>A notification that the gateway did make, and its delivery so far.</summary>
public sealed record NotifyQueryResponse
{
    /// <summary>The notification's id.</summary>
    public required string NotifyId { get; init; }

    /// <summary>What it is about: <c>PAYMENT</c> or <c>REFUND</c>.</summary>
    public required string NotifyType { get; init; }

    /// <summary>The gateway's number of the order.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The merchant's own number of the order.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>The state that it told.</summary>
    [JsonConverter(typeof(TradeStateConverter))]
    public required TradeState TradeState { get; init; }

    /// <summary>The price in fen.</summary>
    public required long TotalFee { get; init; }

    /// <summary>The version of the order that it told.</summary>
    public required long OrderVersion { get; init; }

    /// <summary>How its delivery goes.</summary>
    [JsonConverter(typeof(NotifyStateConverter))]
    public required NotifyState State { get; init; }

    /// <summary>When it is tried again; null when it is not.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>The attempts so far, in the order of the answer.</summary>
    public required IReadOnlyList<NotifyAttempt> Attempts { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }

    /// <summary>The refund that it told of, as it is now; null when it told of a payment.</summary>
    public OrderRefund? Refund { get; init; }

    /// <summary>True when it told of a refund.</summary>
    [JsonIgnore]
    public bool IsRefund => NotifyType is PayNotification.RefundType;

    /// <summary>True when the order that it told of was paid and not refunded.</summary>
    /// <returns>Whether <see cref="TradeState"/> is <see cref="TradeState.Success"/>.</returns>
    public bool IsPaySuccessful() => TradeState is TradeState.Success;
}
