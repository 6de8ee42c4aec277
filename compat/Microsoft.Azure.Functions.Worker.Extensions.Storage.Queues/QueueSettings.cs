using System.Globalization;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;

/// <summary>The <c>extensions.queues</c> of <c>host.json</c>, and the lease.</summary>
/// <param name="BatchSize">Messages taken at once: 1 to 32; 16 by default.</param>
/// <param name="NewBatchThreshold">At how many running messages more are taken: from 0; half the
/// batch by default.</param>
/// <param name="MaxPollingInterval">The longest wait between looks at an empty queue: 100 ms or
/// more; 1 minute by default.</param>
/// <param name="VisibilityTimeout">How long a failed message stays hidden: 0 to 7 days; 0 by
/// default.</param>
/// <param name="MaxDequeueCount">At which attempt a failing message is poison: from 1; 5 by
/// default.</param>
/// <param name="Encoding">How bodies are written in messages; base64 by default.</param>
/// <param name="Lease">How long a received message is hidden while nobody renews: 1 s to 10
/// minutes,
/// which is the default and what the real extension has.</param>
internal sealed record QueueSettings(
    int BatchSize,
    int NewBatchThreshold,
    TimeSpan MaxPollingInterval,
    TimeSpan VisibilityTimeout,
    int MaxDequeueCount,
    QueueMessageEncoding Encoding,
    TimeSpan Lease)
{
    /// <summary>
    /// This stand-in's own setting: after a kill, work goes on when a lease ends.
    /// </summary>
    public const string LeaseSetting = "AzureFunctionsStandIn:MessageLease";

    private const int LargestBatch = 32;
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestVisibility = TimeSpan.FromDays(7);

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">A value is out of its range.</exception>
    public static QueueSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection($"{HostJson.Section}:extensions:queues");
        var batch = Number(section, "batchSize", 1, LargestBatch, 16);
        return new QueueSettings(
            batch,
            Number(section, "newBatchThreshold", 0, int.MaxValue, batch / 2),
            Span(section, "maxPollingInterval",
                PollingBackOff.Shortest, TimeSpan.MaxValue, TimeSpan.FromMinutes(1)),
            Span(section, "visibilityTimeout", TimeSpan.Zero, LongestVisibility, TimeSpan.Zero),
            Number(section, "maxDequeueCount", 1, int.MaxValue, 5),
            EncodingOf(section["messageEncoding"]),
            LeaseOf(configuration[LeaseSetting]));
    }

    private static int Number(
        IConfigurationSection section, string name, int least, int most, int otherwise)
        => section[name] switch
        {
            null => otherwise,
            var text when int.TryParse(text, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most => number,
            var text => throw Refused(name, text, $"{least} to {most}"),
        };

    private static TimeSpan Span(
        IConfigurationSection section, string name, TimeSpan least, TimeSpan most,
        TimeSpan otherwise)
        => section[name] switch
        {
            null => otherwise,
            var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
                && span >= least && span <= most => span,
            var text => throw Refused(name, text, $"{least} to {most}"),
        };

    private static QueueMessageEncoding EncodingOf(string? text)
        => text?.ToLowerInvariant() switch
        {
            null or "base64" => QueueMessageEncoding.Base64,
            "none" => QueueMessageEncoding.None,
            _ => throw Refused("messageEncoding", text, "base64 or none"),
        };

    private static TimeSpan LeaseOf(string? text)
        => text is null ? MessageLease.Visibility
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var lease)
                && lease >= ShortestLease && lease <= MessageLease.Visibility ? lease
            : throw new InvalidOperationException(
                $"{LeaseSetting} is '{text}', which is not {ShortestLease} to "
                + $"{MessageLease.Visibility}.");

    private static InvalidOperationException Refused(string name, string? text, string range)
        => new($"host.json: extensions.queues.{name} is '{text}', which is not {range}.");
}
