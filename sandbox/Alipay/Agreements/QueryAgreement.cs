using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary><see cref="Methods.QueryAgreement"/>: what became of an agreement.</summary>
internal sealed class QueryAgreement(AgreementBook book) : IGatewayMethod
{
    /// <inheritdoc/>
    public string Name => Methods.QueryAgreement;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var (agreement, error) = AgreementFields.Find(book, call);
        return error is not null ? MethodAnswer.Refused(error)
            : agreement is null || !agreement.IsNormal(call.Now)
                ? MethodAnswer.Refused(AgreementError.NoUserAgreement)
            : new AnswerFields()
                .Put("agreement_no", agreement.AgreementNo)
                .Put("external_agreement_no", agreement.Order.ExternalNo)
                .Put("status", "NORMAL")
                .Put("sign_time", BeijingTime.Format(agreement.Signed!.Value))
                .Put("valid_time", BeijingTime.Format(agreement.Signed.Value))
                .Put("invalid_time", agreement.Invalid is { } end
                    ? BeijingTime.Format(end)
                    : string.Empty)
                .Put("principal_id", Trade.BuyerId)

                // So it is spelt.
                .Put("pricipal_type", "CARD")
                .Put("personal_product_code", agreement.Order.PersonalProductCode)
                .Put("sign_scene", agreement.Order.Scene)
                .Put("third_party_type", "PARTNER")
                .Put("alipay_logon_id", Trade.BuyerLogon)
                .Success();
    }
}
