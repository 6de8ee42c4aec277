using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Agreements;

/// <summary>What an AgentSign asks for.</summary>
/// <param name="MerchantId">For whom.</param>
/// <param name="Number">OrderNo, unique for its merchant.</param>
/// <param name="CertificateNo">The payer's identity document.</param>
/// <param name="CardType">What may be debited.</param>
/// <param name="ValidOn">InvaidDate: the last day.</param>
/// <param name="At">RequestDate and RequestTime, as they came.</param>
/// <param name="NotifyUrl">ResultNotifyURL.</param>
/// <param name="ServerNotifies">Whether the bank's server notifies, and not the browser.</param>
internal sealed record SignOrder(
    string MerchantId, string Number, string CertificateNo, string CardType, DateOnly ValidOn,
    (string Date, string Time) At, string NotifyUrl, bool ServerNotifies) : ICheckoutOrder
{
    /// <inheritdoc/>
    public string OutTradeNo => Number;

    /// <inheritdoc/>
    public long Fen => 0;

    /// <inheritdoc/>
    public string Subject => "授权支付签约 · Authorised payment";

    /// <inheritdoc/>
    public string QuitUrl => string.Empty;
}
