using System.Collections.Immutable;

namespace PayFunctions.Orders;

/// <summary>
/// What became of the code that an attempt was begun with. It knows requests by the merchant's
/// numbers alone: neither the card, nor the payer, nor the code is kept, not even as a digest.
/// </summary>
/// <param name="OutRequestNo">The merchant's number of the request that named the card.</param>
/// <param name="State">What the bank said to it.</param>
/// <param name="AskedAt">When a code was asked for last.</param>
/// <param name="Resends">The merchant's numbers of the requests for another code.</param>
/// <param name="Tries">The codes that were entered, the latest last.</param>
/// <param name="SignUrl">Where the payer signs up first, where the bank wants that.</param>
internal sealed record KCode(
    string OutRequestNo,
    KCodeState State,
    DateTimeOffset AskedAt,
    ImmutableArray<string> Resends,
    ImmutableArray<KCodeTry> Tries,
    string? SignUrl = null)
{
    /// <summary>A request for a code that the bank has not answered.</summary>
    public static KCode Asked(string outRequestNo, DateTimeOffset now)
        => new(outRequestNo, KCodeState.Asked, now, [], []);

    /// <summary>Since when nobody knows what the code did that was entered last; else null.
    /// </summary>
    public DateTimeOffset? PayingSince
        => IsPaying ? Tries.Last(static t => t.State == KCodeTryState.Open).At : null;

    /// <summary>Whether a code was entered and nobody knows yet what that did.</summary>
    public bool IsPaying => Tries.Any(static t => t.State == KCodeTryState.Open);
}
