using System.Globalization;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Platform;

namespace PayFunctions.Agreements;

/// <summary>
/// Checks what a merchant wants to have agreed, in the documented order: number, limits, texts,
/// URLs, channel, lifetime, validity, period, certificate. The first failing one is the answer.
/// </summary>
internal sealed class AgreementTermsCheck(TermsCheck terms)
{
    /// <summary>The merchant's number.</summary>
    public const string OutAgreementNo = "out_agreement_no";

    /// <summary>The members that are texts.</summary>
    public static readonly string[] Texts =
    [
        OutAgreementNo, "subject", "attach", "notify_url", "return_url", Channel, "account",
        "payer_id", PeriodUnitField, First, CertificateKind, CertificateNo,
    ];

    /// <summary>The members that are whole numbers.</summary>
    public static readonly string[] Numbers =
        [SingleLimit, TotalLimit, CountLimit, ValidDays, Period, "expires_in"];

    /// <summary>How long debits are possible when nobody says, in days.</summary>
    public const int DefaultValidDays = 365;

    private const string SingleLimit = "single_limit";
    private const string TotalLimit = "total_limit";
    private const string CountLimit = "count_limit";
    private const string ValidDays = "valid_days";
    private const string Channel = "channel";
    private const string PeriodUnitField = "period_unit";
    private const string Period = "period";
    private const string First = "first_debit_on";
    private const string CertificateKind = "certificate_kind";
    private const string CertificateNo = "certificate_no";
    private const string OrderNumber = "out_trade_no";
    private const string OrderTotal = "total_fee";

    private const int MaxCount = 1_000_000;
    private const int MaxValidDays = 3_650;
    private const int MaxPeriod = 365;
    private const int MaxCertificateLength = 30;

    // A month has no more days for sure, and Alipay takes no later one.
    private const int LastDayOfMonth = 28;

    /// <summary>The terms, or what is wrong.</summary>
    public async Task<(PaymentTerms? Terms, ApiError? Error)> ReadAsync(
        IReadOnlyDictionary<string, string> fields, Application application,
        CancellationToken cancellation)
    {
        var (read, error) = await terms.ReadAsync(
            AsOrder(fields), application, TermsKind.Agreement, cancellation);
        if (read is null)
        {
            return (null, error! with
            {
                Subject = error.Subject switch
                {
                    OrderNumber => OutAgreementNo,
                    OrderTotal => SingleLimit,
                    var same => same,
                },
            });
        }

        if (read.Product is null)
        {
            return (null, new ApiError(ApiErrorCode.ParameterMissing, Channel));
        }

        var (limits, wrong) = Limits(fields, read.Total);
        return limits is null
            ? (null, wrong)
            : (read with { Total = Money.OfFen(0), Agreement = limits }, null);
    }

    /// <summary>What it has in common with an order, under the names of an order.</summary>
    private static Dictionary<string, string> AsOrder(IReadOnlyDictionary<string, string> fields)
    {
        var order = new Dictionary<string, string>(fields, StringComparer.Ordinal);
        Rename(OutAgreementNo, OrderNumber);
        Rename(SingleLimit, OrderTotal);
        return order;

        void Rename(string from, string to)
        {
            if (fields.TryGetValue(from, out var value))
            {
                order[to] = value;
            }
        }
    }

    private static (AgreementTerms? Limits, ApiError? Error) Limits(
        IReadOnlyDictionary<string, string> fields, Money single)
    {
        var total = (Money?)null;
        if (fields.TryGetValue(TotalLimit, out var totalText))
        {
            if (!TermsCheck.TryFen(totalText, out var fen))
            {
                return (null, new ApiError(ApiErrorCode.AmountInvalid, TotalLimit));
            }

            total = Money.OfFen(fen);
        }

        if (!TryNumber(fields, CountLimit, MaxCount, out var count))
        {
            return Wrong(CountLimit);
        }

        if (!TryNumber(fields, ValidDays, MaxValidDays, out var days))
        {
            return Wrong(ValidDays);
        }

        if (!TryPeriod(fields, out var period, out var wrong)
            || !TryCertificate(fields, out var certificate, out wrong))
        {
            return Wrong(wrong);
        }

        return (
            new AgreementTerms(
                single, total, count, TimeSpan.FromDays(days ?? DefaultValidDays), period,
                certificate),
            null);
    }

    private static bool TryPeriod(
        IReadOnlyDictionary<string, string> fields, out AgreementPeriod? period,
        out string wrong)
    {
        period = null;
        wrong = PeriodUnitField;
        if (!fields.ContainsKey(PeriodUnitField) && !fields.ContainsKey(Period)
            && !fields.ContainsKey(First))
        {
            return true;
        }

        if (UnitOf(fields.GetValueOrDefault(PeriodUnitField)) is not { } unit)
        {
            return false;
        }

        wrong = Period;
        if (!TryNumber(fields, Period, MaxPeriod, out var length) || length is null)
        {
            return false;
        }

        wrong = First;
        if (!DateOnly.TryParseExact(
                fields.GetValueOrDefault(First), "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var first)
            || (unit == PeriodUnit.Month && first.Day > LastDayOfMonth))
        {
            return false;
        }

        period = new AgreementPeriod(unit, length.Value, first);
        return true;
    }

    private static bool TryCertificate(
        IReadOnlyDictionary<string, string> fields, out PayerCertificate? certificate,
        out string wrong)
    {
        certificate = null;
        wrong = CertificateKind;
        if (!fields.TryGetValue(CertificateKind, out var kind))
        {
            return !fields.ContainsKey(CertificateNo);
        }

        if (kind is not [>= 'A' and <= 'Z'])
        {
            return false;
        }

        wrong = CertificateNo;
        if (fields.GetValueOrDefault(CertificateNo)
                is not { Length: > 0 and <= MaxCertificateLength } number
            || !number.All(char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        certificate = new PayerCertificate(kind, number);
        return true;
    }

    private static PeriodUnit? UnitOf(string? text) => text switch
    {
        "DAY" => PeriodUnit.Day,
        "MONTH" => PeriodUnit.Month,
        _ => null,
    };

    /// <summary>A count from 1 up, or none.</summary>
    private static bool TryNumber(
        IReadOnlyDictionary<string, string> fields, string name, int most, out int? number)
    {
        number = null;
        if (!fields.TryGetValue(name, out var text))
        {
            return true;
        }

        if (!TermsCheck.TryWhole(text, out var value) || value < 1 || value > most)
        {
            return false;
        }

        number = (int)value;
        return true;
    }

    private static (AgreementTerms? Limits, ApiError? Error) Wrong(string name)
        => (null, new ApiError(ApiErrorCode.ParameterInvalid, name));
}
