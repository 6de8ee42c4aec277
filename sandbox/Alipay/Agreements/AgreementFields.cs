namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary>Finds the agreement that a request names.</summary>
internal static class AgreementFields
{
    /// <summary>
    /// The caller's agreement by <c>agreement_no</c>, which wins, or by the merchant's number with
    /// product and scene; an error where it is named by neither.
    /// </summary>
    public static (Agreement? Agreement, GatewayError? Error) Find(
        AgreementBook book, MethodCall call)
    {
        var content = call.Content;
        var (ours, theirs) = (content["agreement_no"], content["external_agreement_no"]);
        if (ours.Length == 0 && (theirs.Length == 0
            || content["personal_product_code"].Length == 0
            || content["sign_scene"].Length == 0))
        {
            return (null, AgreementError.Field("agreement_no"));
        }

        return book.Find(call.Merchant.SellerId, ours, theirs) is { } agreement
            && (ours.Length > 0 || (Is(
                content["personal_product_code"], agreement.Order.PersonalProductCode)
                && Is(content["sign_scene"], agreement.Order.Scene)))
                ? (agreement, null)
                : (null, null);
    }

    private static bool Is(string one, string other)
        => string.Equals(one, other, StringComparison.Ordinal);
}
