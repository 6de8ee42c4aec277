using System.Globalization;
using Microsoft.AspNetCore.Http;
using PayFunctions.MerchantApi;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Clearing;

/// <summary>The calls about closed days: the operator's, and the merchant's look at its own.
/// </summary>
internal sealed class ClearingCalls(
    IClearingStore store, ListClearings list, ShowTrialBalance books, ConfirmClearing confirm,
    PayClearing pay)
{
    private const string PayoutNo = "payout_no";
    private const int PayoutNoMax = 64;

    /// <summary><c>GET /v1/clearings/{date}</c>.</summary>
    public async Task<ApiAnswer> ShowOwnAsync(
        VerifiedCall call, string date, CancellationToken cancellation)
        => await FindAsync(call.Application.AppId, date, cancellation);

    /// <summary><c>GET /platform/applications/{app_id}/clearings/{date}</c>.</summary>
    public Task<IResult> ShowAsync(
        HttpRequest request, string appId, string date, CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, _ => FindAsync(appId, date, cancellation));

    /// <summary><c>GET /platform/clearings/{date}</c>.</summary>
    public Task<IResult> ListAsync(
        HttpRequest request, string date, CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, async _ => TryRead(date, out var day)
            ? ApiAnswer.OfFile(
                PayoutFile.Write(await list.RunAsync(day, cancellation)),
                "text/csv; charset=utf-8", $"payouts-{date}.csv")
            : Invalid("date"));

    /// <summary><c>GET /platform/trial-balances/{date}</c>.</summary>
    public Task<IResult> ShowBooksAsync(
        HttpRequest request, string date, CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, async _ => TryRead(date, out var day)
            && await books.RunAsync(day, cancellation) is { } balance
                ? ApiAnswer.Done(ClearingJson.Of(balance))
                : ApiAnswer.Failed(new ApiError(ApiErrorCode.ClearingNotFound)));

    /// <summary><c>POST …/confirm</c>.</summary>
    public Task<IResult> ConfirmAsync(
        HttpRequest request, string appId, string date, CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, async _ =>
            ApplicationJson.IsName(appId) && TryRead(date, out var day)
                ? Answer(await confirm.RunAsync(appId, day, cancellation))
                : ApiAnswer.Failed(new ApiError(ApiErrorCode.ClearingNotFound)));

    /// <summary><c>POST …/payout</c>.</summary>
    public Task<IResult> PayAsync(
        HttpRequest request, string appId, string date, CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, async body =>
        {
            var (fields, error) = JsonFields.Read(body, [PayoutNo], []);
            if (fields is null)
            {
                return ApiAnswer.Failed(error!);
            }

            return !fields.TryGetValue(PayoutNo, out var number)
                    ? ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterMissing, PayoutNo))
                : number is "" or { Length: > PayoutNoMax } ? Invalid(PayoutNo)
                : ApplicationJson.IsName(appId) && TryRead(date, out var day)
                    ? Answer(await pay.RunAsync(appId, day, number, cancellation))
                    : ApiAnswer.Failed(new ApiError(ApiErrorCode.ClearingNotFound));
        });

    private async Task<ApiAnswer> FindAsync(
        string appId, string date, CancellationToken cancellation)
        => ApplicationJson.IsName(appId) && TryRead(date, out var day)
            && await store.FindAsync(appId, day, cancellation) is { } stored
                ? ApiAnswer.Done(ClearingJson.Of(stored.Clearing))
                : ApiAnswer.Failed(new ApiError(ApiErrorCode.ClearingNotFound));

    private static ApiAnswer Answer(ClearingChange change) => change.Verdict switch
    {
        ClearingVerdict.Done => ApiAnswer.Done(ClearingJson.Of(change.Clearing!)),
        ClearingVerdict.Unknown
            => ApiAnswer.Failed(new ApiError(ApiErrorCode.ClearingNotFound)),
        ClearingVerdict.NotConfirmed
            => ApiAnswer.Failed(new ApiError(ApiErrorCode.ClearingNotConfirmed)),
        ClearingVerdict.ContentDiffers
            => ApiAnswer.Failed(new ApiError(ApiErrorCode.ClearingPaid)),
        ClearingVerdict.Contended => ApiAnswer.Failed(new ApiError(ApiErrorCode.TryAgain)),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static ApiAnswer Invalid(string subject)
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterInvalid, subject));

    private static bool TryRead(string date, out DateOnly day)
        => DateOnly.TryParseExact(
            date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
