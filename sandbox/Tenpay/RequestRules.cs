namespace PayFunctions.Sandbox.Tenpay;

/// <summary>The checks that every request meets, in this order.</summary>
internal static class RequestRules
{
    /// <summary>The merchant who signed a request, or why it is refused.</summary>
    public static (Merchant? Merchant, Retcode? Error) Check(
        Request request, Merchants merchants)
    {
        var merchant = request["appid"].Length > 0
            ? merchants.FindApp(request["appid"])
            : merchants.FindPartner(request["partner"]);
        return merchant is null
            ? (null, Retcode.NoMerchant)
            : (merchant, Protocol(request, merchant.Registered) ?? Signature(request, merchant));
    }

    private static Retcode? Protocol(Request request, TenpayMerchant merchant)
        => request["sign_type"] is not ("" or "MD5") ? Retcode.Wrong("sign_type")
            : request["service_version"] is not ("" or "1.0" or "1.1")
                ? Retcode.Wrong("service_version")
            : request["sign_key_index"] is { Length: > 0 } index
                && !string.Equals(index, merchant.KeyIndex, StringComparison.Ordinal)
                ? Retcode.WrongSignature
            : null;

    private static Retcode? Signature(Request request, Merchant merchant)
        => Md5Text.IsSame(
            request["sign"],
            Md5Text.Sign(request.Values, merchant.Registered.Key, request.Encoding))
            ? null
            : Retcode.WrongSignature;
}
