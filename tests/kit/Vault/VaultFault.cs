using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>One thing that goes wrong, once. Queue it in <see cref="VaultFaults"/>.</summary>
public sealed class VaultFault
{
    private readonly Func<HttpContext, Func<Task>, Task> happen;
    private readonly VaultOperation? only;
    private readonly TaskCompletionSource struck =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private VaultFault(Func<HttpContext, Func<Task>, Task> happen, VaultOperation? only = null)
    {
        this.happen = happen;
        this.only = only;
    }

    /// <summary>Completes when a request has run into it.</summary>
    public Task Struck => struck.Task;

    /// <summary>429 with Retry-After, in whole seconds.</summary>
    public static VaultFault Throttled(TimeSpan retryAfter) => new((context, _) =>
    {
        var seconds = (int)Math.Ceiling(retryAfter.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return VaultAnswer.Refuse(
            context, 429, "Throttled", "Request was not processed: too many were received.");
    });

    /// <summary>500: the work was not done.</summary>
    public static VaultFault ServerError() => new((context, _) =>
        VaultAnswer.Refuse(context, 500, "InternalServerError", "The service is having trouble."));

    /// <summary>503: the work was not done.</summary>
    public static VaultFault Unavailable() => new((context, _) =>
        VaultAnswer.Refuse(context, 503, "ServiceUnavailable", "The service is unavailable."));

    /// <summary>The connection ends without an answer; the work was not done.</summary>
    public static VaultFault Cut() => new((context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The work takes this much longer, by the given clock.</summary>
    public static VaultFault Slow(TimeSpan delay, TimeProvider time) => new(async (context, work) =>
    {
        await Task.Delay(delay, time, context.RequestAborted);
        await work();
    });

    /// <summary>No answer at all, until the caller hangs up or the vault stops.</summary>
    public static VaultFault Stall() => new((context, _) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));

    /// <summary>The same, but only for requests that want this.</summary>
    public VaultFault On(VaultOperation operation) => new(happen, operation);

    internal bool Meets(VaultOperation operation) => only is null || only == operation;

    internal async Task StrikeAsync(HttpContext context, Func<Task> work)
    {
        struck.TrySetResult();
        try
        {
            await happen(context, work);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }
}
