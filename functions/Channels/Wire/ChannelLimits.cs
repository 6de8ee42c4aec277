using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// The settings under <c>Channels</c>: how long and how often a channel is called. The same for
/// every channel.
/// </summary>
internal sealed class ChannelLimits : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Channels";

    /// <summary>Until the TCP and TLS handshakes are done.</summary>
    /// <value>3 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:14", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>One request, from connect to the last byte of its answer.</summary>
    /// <value>5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:14", ParseLimitsInInvariantCulture = true)]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>All attempts of a call with their pauses: less than callers wait for.</summary>
    /// <value>12 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:14", ParseLimitsInInvariantCulture = true)]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How often a question is repeated after trouble. Nothing else is.</summary>
    /// <value>2.</value>
    [Range(0, 5)]
    public int QuestionRetries { get; init; } = 2;

    /// <summary>The pause before the first repetition, doubled for each later.</summary>
    /// <value>200 ms.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:05", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Calls to a host within 30 s before its circuit may open.</summary>
    /// <value>10.</value>
    [Range(2, 1000)]
    public int BreakerCalls { get; init; } = 10;

    /// <summary>How long an open circuit refuses calls.</summary>
    /// <value>30 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BreakerPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Hosts whose circuits are remembered; the one longest unused is forgotten first.
    /// </summary>
    /// <value>256.</value>
    [Range(1, 4096)]
    public int BreakerHosts { get; init; } = 256;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AttemptTimeout > TotalTimeout)
        {
            yield return new ValidationResult(
                $"{nameof(TotalTimeout)} must not be shorter than {nameof(AttemptTimeout)}.",
                [nameof(TotalTimeout)]);
        }
    }
}

/// <summary>Refuses wrong settings at the start, naming each.</summary>
[OptionsValidator]
internal sealed partial class ChannelLimitsValidator : IValidateOptions<ChannelLimits>;
