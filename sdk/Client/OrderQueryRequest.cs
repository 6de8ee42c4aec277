namespace PayFunctions.Sdk;

/// <summary>Asks for one order, by one of its two numbers.</summary>
public sealed record OrderQueryRequest
{
    private OrderQueryRequest(string pathAndQuery) => PathAndQuery = pathAndQuery;

    internal string PathAndQuery { get; }

    /// <summary>By the merchant's own number.</summary>
    /// <param name="outTradeNo">1 to 64 of <c>A-Z a-z 0-9 _ -</c>.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public static OrderQueryRequest ByOutTradeNo(string outTradeNo)
        => WireText.IsId(outTradeNo)
            ? new($"/v1/payments?out_trade_no={outTradeNo}")
            : throw new ArgumentException(
                "An out_trade_no has 1 to 64 characters of A-Z a-z 0-9 _ -.", nameof(outTradeNo));

    /// <summary>By the gateway's number.</summary>
    /// <param name="transactionId">As the gateway gave it.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public static OrderQueryRequest ByTransactionId(string transactionId)
        => new(PathOf(transactionId));

    internal static string PathOf(string transactionId)
        => WireText.IsId(transactionId)
            ? $"/v1/payments/{transactionId}"
            : throw new ArgumentException(
                "A transaction_id has 1 to 64 characters of A-Z a-z 0-9 _ -.",
                nameof(transactionId));
}
