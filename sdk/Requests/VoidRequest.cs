using System.Globalization;

namespace PayFunctions.Sdk;

/// <summary>An amount to let go of what is held, by <see cref="PayClient.VoidAsync"/>.</summary>
/// <remarks>
/// The same <see cref="OutRequestNo"/> is the same release, however often it is sent. Numbers are
/// shared with refunds.
/// </remarks>
public sealed record VoidRequest
{
    /// <summary>
    /// The merchant's own number of the release, unique within the application: 1 to 64 of
    /// <c>A-Z a-z 0-9 _ -</c>. Required.
    /// </summary>
    public string? OutRequestNo { get; init; }

    /// <summary>How much, in fen; null for all that is left.</summary>
    public long? TotalFee { get; init; }

    /// <summary>Names everything that is wrong, at once.</summary>
    /// <exception cref="PayRequestException">Something is missing or invalid.</exception>
    internal void EnsureValid() => PayRequestException.ThrowIfAny(
        "release",
        HoldBody.Problems(
            ("out_request_no", HoldBody.IdProblem(OutRequestNo)),
            ("total_fee", TotalFee is { } fee
                ? PayFieldRules.Fee(fee.ToString(CultureInfo.InvariantCulture))
                : null)));

    internal ReadOnlyMemory<byte> Write() => HoldBody.Write(json =>
    {
        json.WriteString("out_request_no", OutRequestNo);
        if (TotalFee is { } fee)
        {
            json.WriteNumber("total_fee", fee);
        }
    });
}
