namespace PayFunctions.Sdk;

/// <summary>A refund as the gateway knows it now, with the order it belongs to.</summary>
public sealed record RefundResponse : OrderRefund
{
    /// <summary>The gateway's number of the order.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The merchant's own number of the order.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>The price of the order in fen.</summary>
    public required long TotalFee { get; init; }

    /// <summary>The currency, <c>CNY</c>.</summary>
    public required string FeeType { get; init; }

    /// <summary>Grows with each movement of the order.</summary>
    public required long OrderVersion { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }
}
