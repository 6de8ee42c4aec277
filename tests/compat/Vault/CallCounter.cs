using Azure.Core;
using Azure.Core.Pipeline;

namespace PayFunctions.Tests.Compat.Vault;

/// <summary>Counts what passes it, as the tests of budgets do.</summary>
internal sealed class CallCounter : HttpPipelineSynchronousPolicy
{
    private int count;

    public int Count => count;

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref count);
}
