using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>A capture as a part of its authorisation.</summary>
public record AuthorizationCapture
{
    /// <summary>The gateway's number of the payment that it becomes.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The merchant's own number of that payment.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>How much, in fen.</summary>
    public required long TotalFee { get; init; }

    /// <summary>Whether it was said to be the last one.</summary>
    [JsonPropertyName("final")]
    public required bool IsFinal { get; init; }

    /// <summary>What became of it.</summary>
    [JsonConverter(typeof(CaptureStateConverter))]
    public required CaptureState CaptureState { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset TimeRequested { get; init; }

    /// <summary>When it was over, well or not; null while it is not.</summary>
    public DateTimeOffset? TimeEnd { get; init; }

    /// <summary>True when the amount was taken.</summary>
    /// <returns>Whether <see cref="CaptureState"/> is <see cref="CaptureState.Success"/>.
    /// </returns>
    public bool IsCaptured() => CaptureState is CaptureState.Success;
}
