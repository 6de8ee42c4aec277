namespace PayFunctions.Sdk;

/// <summary>Asks for one authorisation, by one of its two numbers.</summary>
public sealed record AuthorizationQueryRequest
{
    internal const string Path = "/v1/authorizations";

    private AuthorizationQueryRequest(string pathAndQuery) => PathAndQuery = pathAndQuery;

    internal string PathAndQuery { get; }

    /// <summary>By the merchant's own number.</summary>
    /// <param name="outTradeNo">1 to 64 of <c>A-Z a-z 0-9 _ -</c>.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public static AuthorizationQueryRequest ByOutTradeNo(string outTradeNo)
        => WireText.IsId(outTradeNo)
            ? new($"{Path}?out_trade_no={outTradeNo}")
            : throw new ArgumentException(
                "An out_trade_no has 1 to 64 characters of A-Z a-z 0-9 _ -.", nameof(outTradeNo));

    /// <summary>By the gateway's number.</summary>
    /// <param name="authorizationId">As the gateway gave it.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public static AuthorizationQueryRequest ById(string authorizationId)
        => new(PathOf(authorizationId));

    internal static string PathOf(string authorizationId)
        => WireText.IsId(authorizationId)
            ? $"{Path}/{authorizationId}"
            : throw new ArgumentException(
                "An authorization_id has 1 to 64 characters of A-Z a-z 0-9 _ -.",
                nameof(authorizationId));
}
