using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>The middleware in the order it was added, with the function innermost.</summary>
internal sealed class InvocationPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> layers = [];
    private FunctionExecutionDelegate? built;

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
        => layers.Add(middleware);

    /// <summary>Called once the app is built; what is added later is not seen.</summary>
    public Task RunAsync(FunctionContext context) => LazyInitializer.EnsureInitialized(
        ref built,
        () => Enumerable.Reverse(layers).Aggregate(
            (FunctionExecutionDelegate)FunctionCall.RunAsync,
            static (next, layer) => layer(next)))(context);
}
