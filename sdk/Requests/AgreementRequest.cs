using System.Globalization;
using System.Text.Json;

namespace PayFunctions.Sdk;

/// <summary>
/// What a payer shall agree to, by <see cref="PayClient.SignAgreementAsync"/>: that the merchant
/// may take money later, within limits.
/// </summary>
/// <remarks>The same number with the same content is the same agreement, however often it is sent.
/// </remarks>
public sealed record AgreementRequest
{
    private const int PeriodMax = 365;
    private const int ValidDaysMax = 3_650;
    private const int CountMax = 1_000_000;
    private const int LastDayOfMonth = 28;
    private const int CertificateMax = 30;

    /// <summary>
    /// The merchant's own number, unique within the application, among its orders too: 1 to 64 of
    /// <c>A-Z a-z 0-9 _ -</c>. Required.
    /// </summary>
    public string? OutAgreementNo { get; init; }

    /// <summary>What the payer reads; at most 256 characters. Required.</summary>
    public string? Subject { get; init; }

    /// <summary>Where the gateway tells of the signature and of the end. Required.</summary>
    public Uri? NotifyUrl { get; init; }

    /// <summary>Where the payer comes back to; null for nowhere.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>The product to sign with, such as <c>alipay_agreement</c>. Required.</summary>
    public string? Channel { get; init; }

    /// <summary>The channel account; null for the application's own choice.</summary>
    public string? Account { get; init; }

    /// <summary>The payer's name or number at the merchant; null for none.</summary>
    public string? PayerId { get; init; }

    /// <summary>Given back with notifications; at most 512 characters; null for nothing.</summary>
    public string? Attach { get; init; }

    /// <summary>The most that one debit may take, in fen. Required.</summary>
    public long? SingleLimit { get; init; }

    /// <summary>The most that all debits may take, in fen; null for no such limit.</summary>
    public long? TotalLimit { get; init; }

    /// <summary>The most debits; null for no such limit.</summary>
    public int? CountLimit { get; init; }

    /// <summary>How long it can be debited, from now, in days: 1 to 3650; null for 365.</summary>
    public int? ValidDays { get; init; }

    /// <summary>How long the payer may sign, in seconds: 60 to 1296000; null for two hours.
    /// </summary>
    public int? ExpiresIn { get; init; }

    /// <summary>How often the payer is debited; null where nobody says.</summary>
    public AgreementPeriod? Period { get; init; }

    /// <summary>The payer's identity document; null for none.</summary>
    public PayerCertificate? Certificate { get; init; }

    /// <summary>Names everything that is wrong, at once.</summary>
    /// <exception cref="PayRequestException">Something is missing or invalid.</exception>
    internal void EnsureValid() => PayRequestException.ThrowIfAny(
        "agreement",
        HoldBody.Problems(
            ("out_agreement_no", HoldBody.IdProblem(OutAgreementNo)),
            ("single_limit", SingleLimit is null ? "is missing" : Fee(SingleLimit)),
            ("total_limit", Fee(TotalLimit)),
            ("subject", string.IsNullOrEmpty(Subject)
                ? "is missing"
                : PayFieldRules.Text(Subject, PayFieldRules.SubjectLengthMax)),
            ("attach", Attach is null
                ? null
                : PayFieldRules.Text(Attach, PayFieldRules.AttachLengthMax)),
            ("notify_url", NotifyUrl is null ? "is missing" : null),
            ("channel", HoldBody.IdProblem(Channel)),
            ("account", Account is null ? null : HoldBody.IdProblem(Account)),
            ("payer_id", PayerId is null
                ? null
                : PayFieldRules.Text(PayerId, PayFieldRules.PayerIdLengthMax)),
            ("count_limit", Range(CountLimit, 1, CountMax)),
            ("valid_days", Range(ValidDays, 1, ValidDaysMax)),
            ("expires_in", Range(
                ExpiresIn, PayFieldRules.ExpiresInMin, PayFieldRules.ExpiresInMax)),
            ("period", Range(Period?.Length, 1, PeriodMax)),
            ("first_debit_on", Period is { Unit: PeriodUnit.Month, First.Day: > LastDayOfMonth }
                ? "must not be after the 28th"
                : null),
            ("certificate_kind", Certificate?.Kind is null or [>= 'A' and <= 'Z']
                ? null
                : "must be one capital letter"),
            ("certificate_no", Certificate is null || IsCertificate(Certificate.Number)
                ? null
                : "must be 1 to 30 letters and digits")));

    internal ReadOnlyMemory<byte> Write() => HoldBody.Write(json =>
    {
        json.WriteString("out_agreement_no", OutAgreementNo);
        json.WriteNumber("single_limit", SingleLimit!.Value);
        Number(json, "total_limit", TotalLimit);
        Number(json, "count_limit", CountLimit);
        Number(json, "valid_days", ValidDays);
        Number(json, "expires_in", ExpiresIn);
        json.WriteString("subject", Subject);
        HoldBody.Text(json, "attach", Attach);
        json.WriteString("notify_url", NotifyUrl!.AbsoluteUri);
        HoldBody.Text(json, "return_url", ReturnUrl?.AbsoluteUri);
        json.WriteString("channel", Channel);
        HoldBody.Text(json, "account", Account);
        HoldBody.Text(json, "payer_id", PayerId);
        if (Period is { } period)
        {
            json.WriteString("period_unit", period.Unit is PeriodUnit.Month ? "MONTH" : "DAY");
            json.WriteNumber("period", period.Length);
            json.WriteString(
                "first_debit_on",
                period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        HoldBody.Text(json, "certificate_kind", Certificate?.Kind);
        HoldBody.Text(json, "certificate_no", Certificate?.Number);
    });

    private static bool IsCertificate(string number)
        => number.Length is > 0 and <= CertificateMax && number.All(char.IsAsciiLetterOrDigit);

    private static string? Fee(long? fee)
        => fee is { } value
            ? PayFieldRules.Fee(value.ToString(CultureInfo.InvariantCulture))
            : null;

    private static string? Range(int? value, int least, int most)
        => value is { } number && (number < least || number > most)
            ? string.Create(CultureInfo.InvariantCulture, $"must be {least} to {most}")
            : null;

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
