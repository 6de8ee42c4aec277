namespace PayFunctions.Sandbox.Alipay;

/// <summary>The body of an answer: an error or none, and fields that are JSON already.</summary>
internal sealed record TradeAnswer(GatewayError? Error, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>An answer that only refuses.</summary>
    public static TradeAnswer Refused(GatewayError error)
        => new(error, new Dictionary<string, string>(StringComparer.Ordinal));
}
