namespace PayFunctions.Sandbox.Alipay.Identity;

/// <summary><see cref="Methods.QueryCertification"/>: what came of a check. Before the person
/// came it says F without a reason, which is the harder of what it may say.</summary>
internal sealed class QueryCertification(CertificationBook book) : IGatewayMethod
{
    /// <inheritdoc/>
    public string Name => Methods.QueryCertification;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        if (book.Find(call.Content["certify_id"]) is not { } known
            || !string.Equals(
                known.Merchant.SellerId, call.Merchant.SellerId, StringComparison.Ordinal))
        {
            return MethodAnswer.Refused(CertificationError.NotThere);
        }

        if (known.Passed is null && book.IsOver(known))
        {
            return MethodAnswer.Refused(CertificationError.Expired);
        }

        var answer = new AnswerFields()
            .Put("passed", known.Passed is true ? "T" : "F")
            .Put(
                "identity_info",
                $"{{\"cert_name\":{JsonText.Quote(known.Name)},"
                + $"\"cert_no\":{JsonText.Quote(known.CertNo)}}}")
            .Put("material_info", "{}");
        return (known.Passed is false ? answer.Put("fail_reason", "Z1147") : answer).Success();
    }
}
