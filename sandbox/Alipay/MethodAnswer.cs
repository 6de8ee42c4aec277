namespace PayFunctions.Sandbox.Alipay;

/// <summary>The body of an answer.</summary>
/// <param name="Error">Why not; null for success.</param>
/// <param name="Fields">Names to values that are JSON already.</param>
internal sealed record MethodAnswer(
    GatewayError? Error, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Whether success means only that the payer has to confirm: code 10003.</summary>
    public bool InProcess { get; init; }

    /// <summary>An answer that only refuses.</summary>
    public static MethodAnswer Refused(GatewayError error)
        => new(error, new Dictionary<string, string>(StringComparer.Ordinal));
}
