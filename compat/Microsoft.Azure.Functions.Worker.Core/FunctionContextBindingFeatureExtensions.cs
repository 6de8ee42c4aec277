namespace Microsoft.Azure.Functions.Worker;

/// <summary>The result of an invocation, for middleware.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned; middleware may put another in its stead.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context)
        => context.Features.Get<InvocationResult>()
            ?? throw new InvalidOperationException("The context is not of a running invocation.");
}
