using System.Globalization;

namespace PayFunctions.Sdk;

/// <summary>An amount to take of what is held, by <see cref="PayClient.CaptureAsync"/>.</summary>
/// <remarks>
/// The capture becomes a payment under <see cref="OutTradeNo"/>: query, refund and reconcile it as
/// any other. The same number with the same content is the same capture, however often it is sent.
/// </remarks>
public sealed record CaptureRequest
{
    /// <summary>
    /// The merchant's own number of the payment, unique within the application: 1 to 64 of
    /// <c>A-Z a-z 0-9 _ -</c>. Required.
    /// </summary>
    public string? OutTradeNo { get; init; }

    /// <summary>How much, in fen: 1 to what is left of the hold. Required.</summary>
    public long? TotalFee { get; init; }

    /// <summary>
    /// Whether nothing more will be taken: the channel then releases the rest. Some channels end a
    /// hold with its first capture; there it must be true, unless all is taken.
    /// </summary>
    public bool IsFinal { get; init; }

    /// <summary>Names everything that is wrong, at once.</summary>
    /// <exception cref="PayRequestException">Something is missing or invalid.</exception>
    internal void EnsureValid() => PayRequestException.ThrowIfAny(
        "capture",
        HoldBody.Problems(
            ("out_trade_no", HoldBody.IdProblem(OutTradeNo)),
            ("total_fee", TotalFee is { } fee
                ? PayFieldRules.Fee(fee.ToString(CultureInfo.InvariantCulture))
                : "is missing")));

    internal ReadOnlyMemory<byte> Write() => HoldBody.Write(json =>
    {
        json.WriteString("out_trade_no", OutTradeNo);
        json.WriteNumber("total_fee", TotalFee!.Value);
        json.WriteBoolean("final", IsFinal);
    });
}
