using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function for each message of a queue.</summary>
/// <param name="queueName">The queue; <c>%Name%</c> stands for a setting.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The storage account's setting; null for <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}
