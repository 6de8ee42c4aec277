namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>What a payment must say that takes an authorised amount.</summary>
internal static class CaptureRules
{
    /// <summary>The name of the first wrong field; null where all are right.</summary>
    public static string? Wrong(BizContent content)
        => content["scene"].Length > 0 ? "scene"
            : content["auth_code"].Length > 0 ? "auth_code"
            : content["seller_id"].Length == 0 ? "seller_id"
            : content["auth_confirm_mode"] is not ("" or "COMPLETE" or "NOT_COMPLETE")
                ? "auth_confirm_mode"
            : null;

    /// <summary>Why the payment does not fit what was authorised; null where it does.</summary>
    public static GatewayError? WhyNot(Hold hold, BizContent content)
        => !Is(content["product_code"], hold.Order.ProductCode)
                ? GatewayError.Business(
                    "PRE_AUTH_PROD_CODE_INCONSISTENT", "转交易与授权的产品码不一致")
            : !Is(content["seller_id"], hold.Order.Merchant.SellerId)
                ? GatewayError.Business("SELLER_NOT_EXIST", "卖家不存在")
            : !Is(content["buyer_id"], Trade.BuyerId)
                ? GatewayError.Business("PAYER_UNMATCHED", "付款人与授权人不匹配")
            : null;

    private static bool Is(string one, string other)
        => string.Equals(one, other, StringComparison.Ordinal);
}
