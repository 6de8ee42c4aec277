using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>An agreement as the gateway knows it now. Amounts are fen.</summary>
public sealed record AgreementResponse
{
    /// <summary>The gateway's number.</summary>
    public required string AgreementId { get; init; }

    /// <summary>The merchant's own number.</summary>
    public required string OutAgreementNo { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonConverter(typeof(TradeStateConverter))]
    public required TradeState AgreementState { get; init; }

    /// <summary>What it is for.</summary>
    public required string Subject { get; init; }

    /// <summary>The most that one debit may take.</summary>
    public required long SingleLimit { get; init; }

    /// <summary>The most that all debits may take; null for no such limit.</summary>
    public long? TotalLimit { get; init; }

    /// <summary>The most debits; null for no such limit.</summary>
    public int? CountLimit { get; init; }

    /// <summary>What debits took, or are about to.</summary>
    public required long DebitedFee { get; init; }

    /// <summary>How many debits took money, or are about to.</summary>
    public required int DebitCount { get; init; }

    /// <summary>Where to send the payer's browser to sign; null unless it was just asked for.
    /// </summary>
    public Uri? SignUrl { get; init; }

    /// <summary>What the merchant attached; null when nothing was.</summary>
    public string? Attach { get; init; }

    /// <summary>How it is signed; null while the payer has not gone there.</summary>
    public string? Channel { get; init; }

    /// <summary>The channel's own number; null until it is signed.</summary>
    public string? ChannelAgreementNo { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset TimeCreated { get; init; }

    /// <summary>Until when the payer may sign.</summary>
    public required DateTimeOffset TimeExpire { get; init; }

    /// <summary>Until when it can be debited.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>When the payer signed; null until then.</summary>
    public DateTimeOffset? TimeSigned { get; init; }

    /// <summary>When it was over, or closed unsigned; null while it is not.</summary>
    public DateTimeOffset? TimeEnd { get; init; }

    /// <summary>Grows with each movement.</summary>
    public required long OrderVersion { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }

    /// <summary>True while debits are possible.</summary>
    /// <returns>Whether <see cref="AgreementState"/> is <see cref="TradeState.Active"/>.
    /// </returns>
    public bool IsActive() => AgreementState is TradeState.Active;
}
