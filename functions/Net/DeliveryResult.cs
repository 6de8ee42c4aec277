using System.Diagnostics;

namespace PayFunctions.Net;

/// <summary>What one post to a merchant came to.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Duration">From the call to its end.</param>
internal sealed record DeliveryResult(DeliveryOutcome Outcome, TimeSpan Duration = default)
{
    /// <summary>The HTTP status, 100..999; null when no answer's head came.</summary>
    public int? Status { get; init; }

    /// <summary>The first bytes of the answer, at most <see cref="NetOptions.AnswerLimit"/>.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How long the host asks to be left alone; at most
    /// <see cref="RetryAfterRules.LongestWait"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Why a URL was refused.</summary>
    public UrlVerdict? UrlVerdict { get; init; }

    /// <summary>What a refused address is.</summary>
    public AddressVerdict? AddressVerdict { get; init; }

    /// <summary>One sentence for the list of attempts.</summary>
    public string Sentence => Outcome switch
    {
        DeliveryOutcome.Refused when UrlVerdict is { } verdict => verdict.Sentence(),
        DeliveryOutcome.Refused =>
            $"The host's name leads to an address that may not be called ({AddressVerdict}).",
        DeliveryOutcome.CircuitOpen =>
            "The host failed repeatedly just now; it is left alone for a short time.",
        DeliveryOutcome.DnsFailed => "The host's name could not be resolved.",
        DeliveryOutcome.ConnectFailed => "The host took no connection.",
        DeliveryOutcome.TlsFailed =>
            "The host has no trusted certificate for its name; send the whole chain.",
        DeliveryOutcome.TimedOut => "The host did not answer in time.",
        DeliveryOutcome.TooLarge => "The host's answer was longer than the limit.",
        DeliveryOutcome.Cut => "The connection ended before a whole answer had come.",
        DeliveryOutcome.Answered => $"The host answered with status {Status}.",
        _ => throw new UnreachableException(),
    };
}
