using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>An authorisation as the gateway knows it now. Amounts are fen.</summary>
public sealed record AuthorizationResponse
{
    /// <summary>The gateway's number.</summary>
    public required string AuthorizationId { get; init; }

    /// <summary>The merchant's own number.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonConverter(typeof(TradeStateConverter))]
    public required TradeState AuthorizationState { get; init; }

    /// <summary>What was asked to be held.</summary>
    public required long TotalFee { get; init; }

    /// <summary>The currency, <c>CNY</c>.</summary>
    public required string FeeType { get; init; }

    /// <summary>What it is held for.</summary>
    public required string Subject { get; init; }

    /// <summary>What was taken.</summary>
    public required long CapturedFee { get; init; }

    /// <summary>What was let go.</summary>
    public required long ReleasedFee { get; init; }

    /// <summary>What is neither taken nor let go, nor about to be.</summary>
    public required long RemainingFee { get; init; }

    /// <summary>What the merchant attached; null when nothing was.</summary>
    public string? Attach { get; init; }

    /// <summary>How it was authorised; null while the payer has not chosen.</summary>
    public string? Channel { get; init; }

    /// <summary>The channel's own number; null until it is held.</summary>
    public string? ChannelTradeNo { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset TimeCreated { get; init; }

    /// <summary>Until when the payer may authorise.</summary>
    public required DateTimeOffset TimeExpire { get; init; }

    /// <summary>When the payer authorised; null until then.</summary>
    public DateTimeOffset? TimeAuthorized { get; init; }

    /// <summary>When what is left is let go by itself; null until it is held.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When it was closed; null unless it was.</summary>
    public DateTimeOffset? TimeEnd { get; init; }

    /// <summary>Grows with each movement.</summary>
    public required long OrderVersion { get; init; }

    /// <summary>What was taken, or is about to be, the oldest first, those that failed included.
    /// </summary>
    public IReadOnlyList<AuthorizationCapture> Captures
    {
        get => field ?? []; // the generated reader sets null where the member is missing
        init;
    }

    /// <summary>What was let go, or is about to be, the oldest first, those that failed included.
    /// </summary>
    public IReadOnlyList<OrderRefund> Releases
    {
        get => field ?? [];
        init;
    }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }

    /// <summary>True while an amount is held.</summary>
    /// <returns>Whether <see cref="AuthorizationState"/> is
    /// <see cref="TradeState.Authorized"/>.</returns>
    public bool IsHeld() => AuthorizationState is TradeState.Authorized;
}
