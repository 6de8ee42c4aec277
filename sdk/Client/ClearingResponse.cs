namespace PayFunctions.Sdk;

/// <summary>What an application is owed for a closed day. Amounts are fen.</summary>
public sealed record ClearingResponse
{
    /// <summary>The application.</summary>
    public required string AppId { get; init; }

    /// <summary>The day, in Beijing.</summary>
    public required DateOnly Date { get; init; }

    /// <summary><c>CALCULATED</c>, <c>CONFIRMED</c> or <c>PAID</c>.</summary>
    public required string ClearingState { get; init; }

    /// <summary>How many payments.</summary>
    public required long Payments { get; init; }

    /// <summary>What they came to.</summary>
    public required long PaymentFee { get; init; }

    /// <summary>How many refunds, those that failed taken off.</summary>
    public required long Refunds { get; init; }

    /// <summary>What they came to.</summary>
    public required long RefundFee { get; init; }

    /// <summary>What it all cost.</summary>
    public required long ServiceFee { get; init; }

    /// <summary>Payments without refunds and costs.</summary>
    public required long NetFee { get; init; }

    /// <summary>What came late to days before.</summary>
    public required long LateFee { get; init; }

    /// <summary>What the days before had left: too little to pay out, or a debt.</summary>
    public required long CarriedIn { get; init; }

    /// <summary>What is paid out.</summary>
    public required long PayoutFee { get; init; }

    /// <summary>What is left for the next day.</summary>
    public required long CarriedOut { get; init; }

    /// <summary>The working day on which it is due.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The operator's number of the payout; null until it is paid.</summary>
    public string? PayoutNo { get; init; }

    /// <summary>When it was paid; null until then.</summary>
    public DateTimeOffset? TimePaid { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }
}
