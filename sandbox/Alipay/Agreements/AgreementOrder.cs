using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary>What a payer shall agree to; an agreement comes of it when the payer does.</summary>
/// <param name="Merchant">For whom.</param>
/// <param name="ExternalNo">The merchant's number, <c>external_agreement_no</c>.</param>
/// <param name="PersonalProductCode">The payer's side of the product.</param>
/// <param name="ProductCode">The merchant's side; debits name it.</param>
/// <param name="Scene"><c>sign_scene</c>.</param>
/// <param name="Valid">How long it holds; null for ever.</param>
/// <param name="Plan">The limits of a plan; null where there is none.</param>
/// <param name="NotifyUrl">Where notifications go; empty for none.</param>
/// <param name="ReturnUrl">Where the payer goes afterwards; empty for nowhere.</param>
/// <param name="CharsetName">The request's charset as written: notifications use it.</param>
internal sealed record AgreementOrder(
    Merchant Merchant,
    string ExternalNo,
    string PersonalProductCode,
    string ProductCode,
    string Scene,
    TimeSpan? Valid,
    AgreementPlan? Plan,
    string NotifyUrl,
    string ReturnUrl,
    string CharsetName) : ICheckoutOrder
{
    /// <inheritdoc/>
    public string OutTradeNo => ExternalNo;

    /// <inheritdoc/>
    public long Fen => Plan?.SingleFen ?? 0;

    /// <inheritdoc/>
    public string Subject => $"{PersonalProductCode} {Scene}";

    /// <inheritdoc/>
    public string QuitUrl => string.Empty;
}

/// <summary>The limits of a plan, <c>period_rule_params</c>.</summary>
/// <param name="SingleFen">The most at once.</param>
/// <param name="TotalFen">The most in all; null for no limit.</param>
/// <param name="Payments">The most debits; null for no limit.</param>
internal sealed record AgreementPlan(long SingleFen, long? TotalFen, int? Payments);
