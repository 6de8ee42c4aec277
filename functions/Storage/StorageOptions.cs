using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayFunctions.Storage;

/// <summary>
/// Settings under <c>Storage</c>. In the cloud two addresses and an identity; on a developer's
/// machine the connection string of <c>AzureWebJobsStorage</c>.
/// </summary>
internal sealed class StorageOptions
{
    /// <summary>Where tables answer.</summary>
    public Uri? TableServiceUri { get; init; }

    /// <summary>Where queues answer.</summary>
    public Uri? QueueServiceUri { get; init; }

    /// <summary>How often a failed request is repeated by the client.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; init; } = 4;

    /// <summary>How long one request may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>Checks <see cref="StorageOptions"/> at the start.</summary>
[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
