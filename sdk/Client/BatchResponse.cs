using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>A batch as the gateway knows it now. Amounts are fen.</summary>
public sealed record BatchResponse
{
    /// <summary>The merchant's own number.</summary>
    public required string BatchNo { get; init; }

    /// <summary>How far it is.</summary>
    [JsonConverter(typeof(BatchStateConverter))]
    public required BatchState BatchState { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int Rows { get; init; }

    /// <summary>What its debits come to; null for refunds.</summary>
    public long? TotalFee { get; init; }

    /// <summary>What its refunds come to; null for debits.</summary>
    public long? RefundFee { get; init; }

    /// <summary>When it was taken.</summary>
    public required DateTimeOffset TimeCreated { get; init; }

    /// <summary>The row, from 1, that it is refused for; null while it is not.</summary>
    public int? WrongRow { get; init; }

    /// <summary>Why, by the code of a problem.</summary>
    public string? WrongCode { get; init; }

    /// <summary>How many rows succeeded; null in the answer to a creation.</summary>
    public int? Succeeded { get; init; }

    /// <summary>What those came to.</summary>
    public long? SucceededFee { get; init; }

    /// <summary>How many rows were begun and have no end that is known.</summary>
    public int? Processing { get; init; }

    /// <summary>How many rows failed, or were refused.</summary>
    public int? Failed { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }
}
