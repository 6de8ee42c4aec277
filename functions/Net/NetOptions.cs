using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayFunctions.Net;

/// <summary>Settings of the guarded client, section <c>Net</c>.</summary>
internal sealed class NetOptions
{
    public const string Section = "Net";

    /// <summary>From the look-up of the name to the last byte of the answer.</summary>
    /// <value>10 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:30")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes read of an answer's body; a longer answer is a failure.</summary>
    /// <value>64 KiB.</value>
    [Range(1024, 1024 * 1024)]
    public int AnswerLimit { get; init; } = 64 * 1024;

    /// <summary>
    /// Networks that may be called although they are not public, as CIDRs: at most 64, none
    /// wider than an IPv4 /8 or an IPv6 /7.
    /// </summary>
    /// <value>None.</value>
    [Cidrs]
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>After this a connection is not used again: its name is resolved and checked
    /// anew.</summary>
    /// <value>2 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ConnectionLifetime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Posts within the window before a host's circuit can open.</summary>
    /// <value>10.</value>
    [Range(2, 1000)]
    public int CircuitPosts { get; init; } = 10;

    /// <summary>The window in which a host's posts are counted; the circuit opens when half of
    /// them failed to reach it.</summary>
    /// <value>1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan CircuitWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an open circuit holds posts back before one may try.</summary>
    /// <value>30 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan CircuitBreak { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Hosts whose circuits are remembered; the one longest unused is forgotten first.
    /// </summary>
    /// <value>1,024.</value>
    [Range(1, 65536)]
    public int CircuitHosts { get; init; } = 1024;
}

[OptionsValidator]
internal sealed partial class NetOptionsValidator : IValidateOptions<NetOptions>;

/// <summary>A list that <see cref="NetworkList.Parse"/> reads.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CidrsAttribute()
    : ValidationAttribute("{0} must be a list of networks such as 10.1.0.0/16, none too wide.")
{
    public override bool IsValid(object? value)
        => value is IReadOnlyList<string> cidrs && NetworkList.Parse(cidrs) is not null;
}
