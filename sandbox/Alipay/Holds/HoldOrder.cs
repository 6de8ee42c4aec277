using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>What a payer shall authorise; a hold comes of it when the payer acts.</summary>
/// <param name="Merchant">For whom.</param>
/// <param name="OutOrderNo">The merchant's number of the authorisation.</param>
/// <param name="OutRequestNo">The merchant's number of the freeze.</param>
/// <param name="Fen">The amount in fen.</param>
/// <param name="Title">What the payer reads.</param>
/// <param name="ProductCode">The product; captures name the same.</param>
/// <param name="NotifyUrl">Where notifications go; empty for none.</param>
/// <param name="CharsetName">The request's charset as written: notifications use it.</param>
/// <param name="Deadline">The last moment to authorise.</param>
internal sealed record HoldOrder(
    Merchant Merchant,
    string OutOrderNo,
    string OutRequestNo,
    long Fen,
    string Title,
    string ProductCode,
    string NotifyUrl,
    string CharsetName,
    DateTimeOffset Deadline) : ICheckoutOrder
{
    /// <inheritdoc/>
    public string OutTradeNo => OutOrderNo;

    /// <inheritdoc/>
    public string Subject => Title;

    /// <inheritdoc/>
    public string QuitUrl => string.Empty;
}
