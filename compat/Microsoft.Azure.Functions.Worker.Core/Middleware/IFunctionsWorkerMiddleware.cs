namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Wraps every invocation.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs around <paramref name="next"/>.</summary>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
