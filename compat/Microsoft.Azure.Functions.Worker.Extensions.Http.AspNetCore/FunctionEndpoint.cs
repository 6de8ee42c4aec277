using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore;

/// <summary>One request to one function: its key, its run, its answer.</summary>
internal sealed partial class FunctionEndpoint(
    FunctionInvoker invoker, FunctionKeys keys, ILogger<FunctionEndpoint> logger)
{
    public async Task HandleAsync(FunctionMethod function, HttpContext http)
    {
        if (!keys.Admit(((HttpTriggerAttribute)function.Trigger).AuthLevel, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var outcome = await invoker.InvokeAsync(
            function, new HttpInput(http, function.Parameter), http.RequestAborted);
        if (outcome.Failure is { } failure)
        {
            Refuse(http, failure);
            return;
        }

        var broken = await Attempt.FailureOfAsync(
            () => HttpAnswer.WriteAsync(outcome.Value, http));
        if (broken is not null)
        {
            Log.NotAnswered(logger, function.Name, broken);
            Refuse(http, broken);
        }
    }

    private static void Refuse(HttpContext http, Exception failure)
    {
        if (http.Response.HasStarted)
        {
            // The status is gone: a cut connection is the only honest end.
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = failure is BadHttpRequestException bad
            ? bad.StatusCode
            : StatusCodes.Status500InternalServerError;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The answer of {Function} could not be written.")]
        public static partial void NotAnswered(ILogger logger, string function, Exception failure);
    }
}
