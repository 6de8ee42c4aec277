using System.Globalization;
using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;
using PayFunctions.MerchantApi;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>The operator's calls about reconciled days.</summary>
internal sealed class ReconciliationCalls(
    ChannelRouter channels, AccountDirectory accounts, IReconciliationStore store,
    PlanReconciliations plan, TimeProvider time)
{
    /// <summary><c>GET /platform/reconciliations/{channel}/{account}/{date}</c>.</summary>
    public Task<IResult> ShowAsync(
        HttpRequest request, string channel, string account, string date,
        CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, async _ =>
            TryRead(date, out var day)
            && await store.FindAsync(channel, account, day, cancellation) is { } run
                ? ApiAnswer.Done(ReconciliationJson.Of(
                    run,
                    await store.ReadAsync(run, cancellation)
                        .Take(ReconciliationJson.MaxShown + 1).ToListAsync(cancellation)))
                : ApiAnswer.Failed(new ApiError(ApiErrorCode.ReconciliationNotFound)));

    /// <summary><c>POST /platform/reconciliations/{channel}/{account}/{date}</c>.</summary>
    public Task<IResult> StartAsync(
        HttpRequest request, string channel, string account, string date,
        CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, async _ =>
        {
            if (channels.ForName<IDailyBill>(channel) is null)
            {
                return ApiAnswer.Failed(new ApiError(ApiErrorCode.CapabilityUnsupported));
            }

            if (await accounts.FindAsync(channel, account, cancellation) is null)
            {
                return ApiAnswer.Failed(new ApiError(ApiErrorCode.AccountNotFound));
            }

            return !TryRead(date, out var day) || day >= Orders.BeijingDay.Of(time.GetUtcNow())
                ? ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterInvalid, "date"))
                : ApiAnswer.Done(
                    ReconciliationJson.Of(
                        await plan.PlanAsync(channel, account, day, again: true, cancellation),
                        []),
                    StatusCodes.Status202Accepted);
        });

    private static bool TryRead(string date, out DateOnly day)
        => DateOnly.TryParseExact(
            date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
