using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Statements;

/// <summary><c>GET /v1/statements/{date}</c>.</summary>
internal sealed class StatementCalls(ShowStatement show, TimeProvider time)
{
    private const string Charset = "charset";
    private const string Mark = "bom";
    private const string Gbk = "gbk";
    private const string Utf8 = "utf-8";

    private static readonly Encoding ChineseEncoding =
        CodePagesEncodingProvider.Instance.GetEncoding(Gbk)!;

    /// <summary>Reads what is asked for, and shows it.</summary>
    public async Task<ApiAnswer> ShowAsync(
        VerifiedCall call, string date, IQueryCollection parameters,
        CancellationToken cancellation)
    {
        var (encoding, error) = EncodingOf(parameters);
        if (encoding is null)
        {
            return ApiAnswer.Failed(error!);
        }

        var (day, wrong) = DayOf(date, time.GetUtcNow());
        if (wrong is not null)
        {
            return ApiAnswer.Failed(wrong);
        }

        return await show.RunAsync(call.Application, day, encoding, cancellation) is { } file
            ? ApiAnswer.OfFile(
                file, $"text/csv; charset={encoding.WebName}", $"statement-{date}.csv")
            : ApiAnswer.Failed(new ApiError(ApiErrorCode.StatementTooLong));
    }

    /// <summary>Reads a day that must be closed and kept.</summary>
    public static (DateOnly Day, ApiError? Error) DayOf(string date, DateTimeOffset now)
    {
        if (!DateOnly.TryParseExact(
            date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (default, new ApiError(ApiErrorCode.ParameterInvalid, "date"));
        }

        var today = BeijingDay.Of(now);
        return day >= today ? (default, new ApiError(ApiErrorCode.DayNotClosed))
            : day < today.AddDays(-StatementSchedule.KeptDays)
                ? (default, new ApiError(ApiErrorCode.DayNotKept))
            : StatementSchedule.IsClosed(day, now) ? (day, null)
            : (default, new ApiError(ApiErrorCode.DayNotClosed));
    }

    private static (Encoding? Encoding, ApiError? Error) EncodingOf(IQueryCollection parameters)
    {
        foreach (var (name, values) in parameters)
        {
            if (name is not (Charset or Mark))
            {
                return (null, new ApiError(ApiErrorCode.ParameterInvalid, name));
            }

            if (values.Count > 1)
            {
                return (null, new ApiError(ApiErrorCode.ParameterDuplicated, name));
            }
        }

        var charset = parameters.ContainsKey(Charset) ? (string?)parameters[Charset] : Utf8;
        var mark = parameters.ContainsKey(Mark) ? (string?)parameters[Mark] : "false";
        return (charset, mark) switch
        {
            (Utf8, "true" or "false") => (new UTF8Encoding(mark is "true"), null),
            (Gbk, "false") => (ChineseEncoding, null),
            (Utf8 or Gbk, _) => (null, new ApiError(ApiErrorCode.ParameterInvalid, Mark)),
            _ => (null, new ApiError(ApiErrorCode.ParameterInvalid, Charset)),
        };
    }
}
