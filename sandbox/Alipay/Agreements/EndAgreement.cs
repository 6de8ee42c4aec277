namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary><see cref="Methods.UnsignAgreement"/>: the merchant ends an agreement.</summary>
internal sealed class EndAgreement(AgreementBook book, AgreementPayer payer) : IGatewayMethod
{
    /// <inheritdoc/>
    public string Name => Methods.UnsignAgreement;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var (agreement, error) = AgreementFields.Find(book, call);
        error ??= call.Content["operate_type"] is "" or "confirm" or "invalid"
            ? null
            : AgreementError.Field("operate_type");
        return error is not null ? MethodAnswer.Refused(error)
            : agreement is not { Signed: not null }
                ? MethodAnswer.Refused(AgreementError.NoAgreement)
            : payer.End(
                agreement,
                call.Request["notify_url"] is { Length: > 0 } url
                    ? url
                    : agreement.Order.NotifyUrl)
                ? new AnswerFields().Success()
                : MethodAnswer.Refused(AgreementError.NoAgreement);
    }
}
