using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary><see cref="Methods.SignAgreement"/>: opens pages where payers sign.</summary>
internal sealed class AgreementPages(CheckoutBook<AgreementOrder> checkouts)
{
    /// <summary>The path of the page, or why there is none.</summary>
    public (string? Path, GatewayError? Error) Open(MethodCall call)
    {
        var (order, error) = AgreementOrderRules.Read(call);
        return order is null ? (null, error)
            : checkouts.Open(order) is { } checkout ? (checkout.Path, null)
            : (null, GatewayError.Busy);
    }
}
