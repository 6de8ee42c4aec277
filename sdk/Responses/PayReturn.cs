namespace PayFunctions.Sdk;

/// <summary>What the payer's browser came back with. Show it; ship nothing for it.</summary>
/// <remarks>
/// It may arrive before the notification, after it or never, and a reload after five minutes is
/// <see cref="PayVerdict.Stale"/>. Proof of payment is the notification or a query.
/// </remarks>
public sealed class PayReturn : PayResponse
{
    internal PayReturn(IReadOnlyDictionary<string, string> parameters)
        : base(parameters)
    {
    }

    /// <summary>The parameters that the gateway appends; any other is the merchant's own.</summary>
    internal static string[] Names { get; } =
    [
        "app_id", "charset", "fee_type", "key_id", "order_version", "out_trade_no", "sign",
        "sign_type", "timestamp", "total_fee", "trade_state", "transaction_id", "version",
    ];
}
