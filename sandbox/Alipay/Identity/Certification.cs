namespace PayFunctions.Sandbox.Alipay.Identity;

/// <summary>A person who is to be checked, and what came of it.</summary>
/// <param name="CertifyId">Our number.</param>
/// <param name="Merchant">Who asked.</param>
/// <param name="OrderNo">The merchant's number, <c>outer_order_no</c>.</param>
/// <param name="Name">Who he says to be.</param>
/// <param name="CertNo">His document's number.</param>
/// <param name="ReturnUrl">Where he goes afterwards; empty for nowhere.</param>
/// <param name="BegunAt">When it was begun.</param>
internal sealed record Certification(
    string CertifyId, Merchant Merchant, string OrderNo, string Name, string CertNo,
    string ReturnUrl, DateTimeOffset BegunAt)
{
    /// <summary>Whether it is he; null until he came.</summary>
    public bool? Passed { get; init; }
}
