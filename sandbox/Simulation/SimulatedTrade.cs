namespace PayFunctions.Sandbox.Simulation;

/// <summary>A trade, or an order without one, as its channel tells the control interface.</summary>
internal sealed record SimulatedTrade
{
    /// <summary>The merchant's number, by whatever name the wire calls it.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>Where it stands.</summary>
    public required TradeState State { get; init; }

    /// <summary>The same in the channel's own spelling.</summary>
    public required string TradeStatus { get; init; }

    /// <summary>The amount in fen.</summary>
    public required long Fen { get; init; }

    /// <summary>What is bought.</summary>
    public required string Subject { get; init; }

    /// <summary>The channel's number; null where no trade exists.</summary>
    public string? TradeNo { get; init; }

    /// <summary>The code that the payer's phone shows; null where none was sent.</summary>
    public string? PhoneCode { get; init; }

    /// <summary>The pay page's path from the simulator's root; null where there is none.</summary>
    public string? PayPath { get; init; }

    /// <summary>The refunds, oldest first.</summary>
    public IReadOnlyList<SimulatedRefund> Refunds { get; init; } = [];
}

/// <summary>One refund.</summary>
/// <param name="OutRefundNo">The merchant's number for it.</param>
/// <param name="Fen">The amount in fen.</param>
/// <param name="State">How far it is.</param>
internal sealed record SimulatedRefund(string OutRefundNo, long Fen, RefundState State);

/// <summary>How far a refund is.</summary>
internal enum RefundState
{
    /// <summary>Accepted and not yet done.</summary>
    Processing,

    /// <summary>The payer has the money.</summary>
    Success,

    /// <summary>It will not be done.</summary>
    Failed,
}
