namespace PayFunctions.Sandbox.Abc;

/// <summary>A return code with its words.</summary>
/// <param name="Code">Four digits, or letters.</param>
/// <param name="Words">ErrorMessage. The bank's texts vary.</param>
internal sealed record ReturnCode(string Code, string Words)
{
    public static readonly ReturnCode Done = new("0000", "交易成功");
    public static readonly ReturnCode Unreadable = new("2000", "报文格式错误");
    public static readonly ReturnCode SignatureWrong = new("2302", "报文验签失败");
    public static readonly ReturnCode CertificateDiffers = new("2303", "商户号与证书不匹配");
    public static readonly ReturnCode MerchantUnknown = new("2305", "商户不存在");
    public static readonly ReturnCode StateForbids = new("2306", "订单状态不允许该操作");
    public static readonly ReturnCode OrderUnknown = new("2307", "订单不存在");
    public static readonly ReturnCode Duplicated = new("2308", "订单号重复");
    public static readonly ReturnCode AmountWrong = new("2309", "金额错误");
    public static readonly ReturnCode NotOpened = new("2310", "商户未开通此功能");
    public static readonly ReturnCode CommodityNotOpened = new("2311", "商户未开通该商品种类");
    public static readonly ReturnCode StatementNotReady = new("2600", "对账单尚未生成");
    public static readonly ReturnCode SystemError = new("2999", "系统其他错误");

    /// <summary>Payment by code: the card's holder has to sign up first.</summary>
    public static readonly ReturnCode NotSigned = new("AP5095", "客户未签约K码支付");

    /// <summary>Not decided: the merchant has to ask later.</summary>
    public static readonly ReturnCode ResultUnknown = new(
        "EUNKWN", "交易结果未知，请进行查证明确交易结果");

    /// <summary>A field that has not what the documents want.</summary>
    public static ReturnCode Field(string name) => new("2001", $"参数错误[{name}]");
}
