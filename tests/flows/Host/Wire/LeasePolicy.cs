using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace PayFunctions.Tests.Flows.Host.Wire;

/// <summary>Makes the pump's ten minutes shorter, before the request is signed.</summary>
internal sealed class LeasePolicy(WireLog log) : HttpPipelineSynchronousPolicy
{
    private const string TenMinutes = "visibilitytimeout=600";

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        if (log.Lease is { } lease && message.Request.Method == RequestMethod.Get)
        {
            message.Request.Uri.Query = message.Request.Uri.Query.Replace(
                TenMinutes,
                string.Create(
                    CultureInfo.InvariantCulture, $"visibilitytimeout={lease.TotalSeconds:0}"),
                StringComparison.Ordinal);
        }
    }
}
