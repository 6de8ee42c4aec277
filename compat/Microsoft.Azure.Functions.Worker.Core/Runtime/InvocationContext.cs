using System.Diagnostics;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>One running invocation.</summary>
internal sealed class InvocationContext : FunctionContext
{
    public InvocationContext(
        FunctionMethod function,
        TriggerInput input,
        string invocationId,
        IServiceProvider services,
        CancellationToken cancellation)
    {
        Function = function;
        Input = input;
        InvocationId = invocationId;
        InstanceServices = services;
        CancellationToken = cancellation;
        BindingContext = new Bindings(input.BindingData);
        TraceContext = new Trace(Activity.Current);
        Features.Set<InvocationResult>(new Result());
        input.Describe(this);
    }

    public FunctionMethod Function { get; }

    public TriggerInput Input { get; }

    public override string InvocationId { get; }

    public override string FunctionId => Function.Id;

    public override TraceContext TraceContext { get; }

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext { get; } = new NoRetry();

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Function;

    public override IDictionary<object, object> Items { get; set; } =
        new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken { get; }

    private sealed class Bindings(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class Result : InvocationResult
    {
        public override object? Value { get; set; }
    }

    private sealed class NoRetry : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }

    private sealed class Trace(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? "";

        public override string TraceState { get; } = activity?.TraceStateString ?? "";
    }
}
