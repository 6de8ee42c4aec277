using System.Globalization;
using System.Text.Json;

namespace PayFunctions.Sdk;

/// <summary>Money to give back, in whole or in part, by <see cref="PayClient.RefundAsync"/>.
/// </summary>
/// <remarks>
/// The same <see cref="OutRequestNo"/> with the same content is the same refund, however often it
/// is sent; with other content it is refused. Draw the number before the first try, keep it, and
/// send it again when an answer was lost.
/// </remarks>
public sealed record RefundRequest
{
    internal const string Path = "/v1/refunds";
    internal const int ReasonLengthMax = 80;

    /// <summary>
    /// The merchant's own number of the refund, unique within the application: 1 to 64 of
    /// <c>A-Z a-z 0-9 _ -</c>. Required.
    /// </summary>
    public string? OutRequestNo { get; init; }

    /// <summary>
    /// The merchant's own number of the order; this or <see cref="TransactionId"/> is required.
    /// </summary>
    public string? OutTradeNo { get; init; }

    /// <summary>
    /// The gateway's number of the order; this or <see cref="OutTradeNo"/> is required.
    /// </summary>
    public string? TransactionId { get; init; }

    /// <summary>How much, in fen: 1 to what is left of the payment. Required.</summary>
    public long? RefundFee { get; init; }

    /// <summary>Why, at most 80 characters; channels may show it to the payer.</summary>
    public string? Reason { get; init; }

    /// <summary>Names everything that is wrong, at once.</summary>
    /// <exception cref="PayRequestException">Something is missing or invalid.</exception>
    internal void EnsureValid() => PayRequestException.ThrowIfAny("refund", Problems());

    internal ReadOnlyMemory<byte> Write() => HoldBody.Write(WriteTo);

    internal void WriteTo(Utf8JsonWriter json)
    {
        WriteText("out_request_no", OutRequestNo);
        WriteText("out_trade_no", OutTradeNo);
        WriteText("transaction_id", TransactionId);
        WriteText("reason", Reason);
        json.WriteNumber("refund_fee", RefundFee!.Value);

        void WriteText(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                json.WriteString(name, value);
            }
        }
    }

    internal List<PayFieldProblem> Problems()
    {
        var isByBoth = !string.IsNullOrEmpty(OutTradeNo) && !string.IsNullOrEmpty(TransactionId);
        var isByNone = string.IsNullOrEmpty(OutTradeNo) && string.IsNullOrEmpty(TransactionId);
        (string Name, string? Reason)[] all =
        [
            ("out_request_no", string.IsNullOrEmpty(OutRequestNo)
                ? "is missing"
                : Id(OutRequestNo)),
            ("out_trade_no", isByNone ? "is missing, and transaction_id too: give one of them"
                : isByBoth ? "must not be given together with transaction_id"
                : Id(OutTradeNo)),
            ("reason", PayFieldRules.Text(Reason ?? "", ReasonLengthMax)),
            ("refund_fee", RefundFee is { } fee
                ? PayFieldRules.Fee(fee.ToString(CultureInfo.InvariantCulture))
                : "is missing"),
            ("transaction_id", isByBoth ? null : Id(TransactionId)),
        ];
        return
        [
            .. all.Where(static one => one.Reason is not null)
                .Select(static one => new PayFieldProblem(one.Name, one.Reason!)),
        ];
    }

    private static string? Id(string? value)
        => string.IsNullOrEmpty(value) || WireText.IsId(value) ? null : PayFieldRules.NotAnId;
}
