using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>A refund as a part of its order.</summary>
public record OrderRefund
{
    /// <summary>The gateway's number of the refund.</summary>
    public required string RefundId { get; init; }

    /// <summary>The merchant's own number; null when the merchant did not ask for it.</summary>
    public string? OutRequestNo { get; init; }

    /// <summary>How much goes back, in fen.</summary>
    public required long RefundFee { get; init; }

    /// <summary>What became of it.</summary>
    [JsonConverter(typeof(RefundStateConverter))]
    public required RefundState RefundState { get; init; }

    /// <summary>Who wanted it.</summary>
    [JsonConverter(typeof(RefundOriginConverter))]
    public required RefundOrigin RefundOrigin { get; init; }

    /// <summary>Why, in the merchant's words; null when none were given.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset TimeRequested { get; init; }

    /// <summary>When it was over, well or not; null while it is not.</summary>
    public DateTimeOffset? TimeRefund { get; init; }

    /// <summary>The channel's own number; null when it has none, or none yet.</summary>
    public string? ChannelRefundNo { get; init; }

    /// <summary>Why it failed, in the channel's words; null when it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>True when the money went back.</summary>
    /// <returns>
    /// Whether <see cref="RefundState"/> is <see cref="RefundState.Success"/>.
    /// </returns>
    public bool IsRefundSuccessful() => RefundState is RefundState.Success;
}
