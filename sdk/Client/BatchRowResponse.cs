using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>A row of a batch, and what became of it. Amounts are fen.</summary>
public sealed record BatchRowResponse
{
    /// <summary>Its place, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>What became of it.</summary>
    [JsonConverter(typeof(BatchOutcomeConverter))]
    public required BatchOutcome Outcome { get; init; }

    /// <summary>Of a refund: the gateway's number of the order.</summary>
    public string? TransactionId { get; init; }

    /// <summary>Of a refund: the merchant's own number.</summary>
    public string? OutRequestNo { get; init; }

    /// <summary>Of a refund: how much.</summary>
    public long? RefundFee { get; init; }

    /// <summary>Of a debit: the gateway's number of the agreement.</summary>
    public string? AgreementId { get; init; }

    /// <summary>Of a debit: the merchant's own number of the payment.</summary>
    public string? OutTradeNo { get; init; }

    /// <summary>Of a debit: how much.</summary>
    public long? TotalFee { get; init; }

    /// <summary>Why it failed: the code of a problem, or the channel's words.</summary>
    public string? Failure { get; init; }
}
