namespace PayFunctions.Orders;

/// <summary>An amount in the smallest unit of its currency: fen for CNY.</summary>
internal readonly record struct Money(long Fen, string Currency)
{
    /// <summary>The currency of every channel here.</summary>
    public const string Cny = "CNY";

    /// <summary>The largest payment: 100,000,000.00 yuan, the channels' own bound.</summary>
    public const long MaxFen = 10_000_000_000;

    /// <summary>An amount of fen.</summary>
    public static Money OfFen(long fen) => new(fen, Cny);
}
