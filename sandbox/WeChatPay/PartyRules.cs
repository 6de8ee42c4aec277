namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Whose order a request is about.</summary>
internal static class PartyRules
{
    /// <summary>The party, or why the caller cannot be it.</summary>
    /// <param name="value">Reads a value of the request.</param>
    /// <param name="caller">Who signed it.</param>
    /// <param name="isPartner">Whether a provider acts.</param>
    /// <param name="prefix">What stands before a name where an error tells it.</param>
    /// <param name="location">Where the values stand.</param>
    public static (Party Party, ApiError? Error) Read(
        Func<string, string> value, Merchant caller, bool isPartner, string prefix,
        string location)
    {
        var name = isPartner ? "sp_mchid" : "mchid";
        var mchId = value(name);
        if (!string.Equals(mchId, caller.Registered.MchId, StringComparison.Ordinal))
        {
            return (default, ApiError.Parameter(
                prefix + name, mchId, "商户号与签名中的商户号不一致", location));
        }

        var sub = isPartner ? caller.FindSub(value("sub_mchid")) : null;
        return isPartner && sub is null
            ? (default, ApiError.NotPermitted)
            : (new(mchId, sub?.MchId), null);
    }
}
