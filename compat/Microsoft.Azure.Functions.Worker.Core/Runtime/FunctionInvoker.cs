using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Runs one invocation: its scope, its id, its time limit, its log.</summary>
internal sealed partial class FunctionInvoker(
    InvocationPipeline pipeline,
    HostSettings settings,
    IServiceScopeFactory scopes,
    Drain drain,
    Chance chance,
    TimeProvider time,
    ILogger<FunctionInvoker> logger)
{
    private static readonly ActivitySource Source = new("Microsoft.Azure.Functions.Worker");

    /// <summary>Runs the function; what it throws is logged, and part of the answer.</summary>
    /// <param name="function">The function.</param>
    /// <param name="input">What its trigger brings.</param>
    /// <param name="cancel">The trigger's own reason to stop it.</param>
    public async Task<Outcome> InvokeAsync(
        FunctionMethod function, TriggerInput input, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(settings.FunctionTimeout, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(
            cancel, drain.Token, limit.Token);
        await using var scope = input.Services is null
            ? scopes.CreateAsyncScope()
            : default(AsyncServiceScope?);
        using var activity = Source.StartActivity($"function {function.Name}");
        var context = new InvocationContext(
            function, input, chance.NextId().ToString(),
            input.Services ?? scope!.Value.ServiceProvider, any.Token);
        activity?.SetTag("faas.name", function.Name);
        activity?.SetTag("faas.invocation_id", context.InvocationId);

        Log.Executing(logger, function.Name, context.InvocationId);
        var started = time.GetTimestamp();
        var failure = await Attempt.FailureOfAsync(() => pipeline.RunAsync(context));
        var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
        if (failure is null)
        {
            Log.Executed(logger, function.Name, context.InvocationId, elapsed);
        }
        else
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            Log.Failed(logger, function.Name, context.InvocationId, elapsed, failure);
        }

        return new Outcome(context.GetInvocationResult().Value, failure);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Executing {Function} ({InvocationId}).")]
        public static partial void Executing(ILogger logger, string function, string invocationId);

        [LoggerMessage(2, LogLevel.Information,
            "Executed {Function} ({InvocationId}) in {DurationMs} ms.")]
        public static partial void Executed(
            ILogger logger, string function, string invocationId, double durationMs);

        [LoggerMessage(3, LogLevel.Error,
            "{Function} ({InvocationId}) failed after {DurationMs} ms.")]
        public static partial void Failed(
            ILogger logger, string function, string invocationId, double durationMs,
            Exception failure);
    }
}
