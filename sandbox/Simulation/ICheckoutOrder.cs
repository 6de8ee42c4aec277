namespace PayFunctions.Sandbox.Simulation;

/// <summary>What a pay page shows of an order.</summary>
internal interface ICheckoutOrder
{
    /// <summary>The merchant's number.</summary>
    string OutTradeNo { get; }

    /// <summary>The amount in fen.</summary>
    long Fen { get; }

    /// <summary>What is bought.</summary>
    string Subject { get; }

    /// <summary>Where a payer goes who leaves without paying; empty for nowhere.</summary>
    string QuitUrl { get; }
}
