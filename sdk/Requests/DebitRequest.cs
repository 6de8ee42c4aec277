using System.Globalization;
using System.Text.Json;

namespace PayFunctions.Sdk;

/// <summary>An amount to take under an agreement, by <see cref="PayClient.DebitAsync"/>.</summary>
/// <remarks>
/// The debit is a payment under <see cref="OutTradeNo"/>: query, refund and reconcile it as any
/// other. The same number with the same content is the same debit, however often it is sent.
/// </remarks>
public sealed record DebitRequest
{
    /// <summary>
    /// The merchant's own number of the payment, unique within the application: 1 to 64 of
    /// <c>A-Z a-z 0-9 _ -</c>. Required.
    /// </summary>
    public string? OutTradeNo { get; init; }

    /// <summary>The gateway's number of the agreement. Required.</summary>
    public string? AgreementId { get; init; }

    /// <summary>How much, in fen: 1 to what the agreement's limits leave. Required.</summary>
    public long? TotalFee { get; init; }

    /// <summary>What it is for; at most 256 characters. Required.</summary>
    public string? Subject { get; init; }

    /// <summary>More of it, at most 128 characters; null for nothing.</summary>
    public string? Body { get; init; }

    /// <summary>Given back with notifications; at most 512 characters; null for nothing.</summary>
    public string? Attach { get; init; }

    /// <summary>Where the gateway tells of it; null for where the agreement says.</summary>
    public Uri? NotifyUrl { get; init; }

    /// <summary>Names everything that is wrong, at once.</summary>
    /// <exception cref="PayRequestException">Something is missing or invalid.</exception>
    internal void EnsureValid() => PayRequestException.ThrowIfAny("debit", Problems());

    internal List<PayFieldProblem> Problems()
        => HoldBody.Problems(
            ("out_trade_no", HoldBody.IdProblem(OutTradeNo)),
            ("agreement_id", HoldBody.IdProblem(AgreementId)),
            ("total_fee", TotalFee is { } fee
                ? PayFieldRules.Fee(fee.ToString(CultureInfo.InvariantCulture))
                : "is missing"),
            ("subject", string.IsNullOrEmpty(Subject)
                ? "is missing"
                : PayFieldRules.Text(Subject, PayFieldRules.SubjectLengthMax)),
            ("body", Body is null
                ? null
                : PayFieldRules.Text(Body, PayFieldRules.BodyLengthMax)),
            ("attach", Attach is null
                ? null
                : PayFieldRules.Text(Attach, PayFieldRules.AttachLengthMax)));

    internal ReadOnlyMemory<byte> Write() => HoldBody.Write(WriteTo);

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("out_trade_no", OutTradeNo);
        json.WriteString("agreement_id", AgreementId);
        json.WriteNumber("total_fee", TotalFee!.Value);
        json.WriteString("subject", Subject);
        HoldBody.Text(json, "body", Body);
        HoldBody.Text(json, "attach", Attach);
        HoldBody.Text(json, "notify_url", NotifyUrl?.AbsoluteUri);
    }
}
