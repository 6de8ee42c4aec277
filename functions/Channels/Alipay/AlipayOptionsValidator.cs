using Microsoft.Extensions.Options;

namespace PayFunctions.Channels.Alipay;

/// <summary>Refuses wrong settings, naming each and never a value.</summary>
internal sealed class AlipayOptionsValidator : IValidateOptions<AlipayOptions>
{
    private const int QueryRetriesMax = 5;
    private const int BreakerCallsMin = 2;
    private const int BreakerCallsMax = 1000;

    private static readonly TimeSpan TimeoutMin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AttemptMax = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TotalMax = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PauseMax = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AlipayOptions options)
    {
        List<string> faults = [.. LimitFaults(options)];
        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> LimitFaults(AlipayOptions options)
    {
        string?[] faults =
        [
            Outside(nameof(options.ConnectTimeout), options.ConnectTimeout, TimeoutMin, AttemptMax),
            Outside(nameof(options.AttemptTimeout), options.AttemptTimeout, TimeoutMin, AttemptMax),
            Outside(nameof(options.TotalTimeout), options.TotalTimeout, TimeoutMin, TotalMax),
            Outside(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.Zero, DelayMax),
            Outside(nameof(options.BreakerPause), options.BreakerPause, PauseMin, PauseMax),
            Outside(nameof(options.QueryRetries), options.QueryRetries, 0, QueryRetriesMax),
            Outside(
                nameof(options.BreakerCalls), options.BreakerCalls,
                BreakerCallsMin, BreakerCallsMax),
            options.AttemptTimeout > options.TotalTimeout
                ? $"{AlipayOptions.Section}:TotalTimeout must not be shorter than AttemptTimeout."
                : null,
        ];
        return faults.OfType<string>();
    }

    private static string? Outside<T>(string field, T value, T least, T most)
        where T : IComparable<T>
        => value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? FormattableString.Invariant(
                $"{AlipayOptions.Section}:{field} must be between {least} and {most}.")
            : null;
}
