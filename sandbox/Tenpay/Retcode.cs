namespace PayFunctions.Sandbox.Tenpay;

/// <summary>A refusal: a number, and words for people.</summary>
/// <param name="Number">Eight digits.</param>
/// <param name="Words">In Chinese, as the real ones are.</param>
internal sealed record Retcode(string Number, string Words)
{
    /// <summary>The channel does not know what became of it.</summary>
    public static Retcode Busy { get; } = new("88219998", "系统错误");

    /// <summary>Any other trouble.</summary>
    public static Retcode Other { get; } = new("88229999", "其他业务错误");

    /// <summary>The signature does not fit.</summary>
    public static Retcode WrongSignature { get; } = new("88222002", "签名错误");

    /// <summary>The order is another merchant's.</summary>
    public static Retcode NotYours { get; } = new("88222003", "订单不属于该商户");

    /// <summary>The notify_id is none, or too old.</summary>
    public static Retcode NotifyIdExpired { get; } = new("88222005", "通知ID无效或已超时");

    /// <summary>No such trade, or too old.</summary>
    public static Retcode NoTrade { get; } = new("88221009", "交易单不存在");

    /// <summary>No client certificate came.</summary>
    public static Retcode NoCertificate { get; } = new("88221010", "没有客户端证书");

    /// <summary>The client certificate is not the merchant's.</summary>
    public static Retcode OtherCertificate { get; } = new("88221012", "证书与商户没有绑定");

    /// <summary>The client certificate has expired.</summary>
    public static Retcode OldCertificate { get; } = new("88221013", "证书已过期");

    /// <summary>The refund number was used for something else.</summary>
    public static Retcode OtherRefund { get; } = new("88222010", "退款单号相同退款数据不同");

    /// <summary>The order is not as the refund says.</summary>
    public static Retcode OtherOrder { get; } = new("88222011", "订单数据不一致");

    /// <summary>The order is not paid.</summary>
    public static Retcode NotPaid { get; } = new("88222012", "订单未支付");

    /// <summary>More than was paid.</summary>
    public static Retcode TooMuch { get; } = new("88222013", "退款总额超过订单金额");

    /// <summary>Nothing was refunded.</summary>
    public static Retcode NoRefund { get; } = new("88222014", "该订单没有退款");

    /// <summary>No such merchant.</summary>
    public static Retcode NoMerchant { get; } = new("88229101", "商户不存在");

    /// <summary>The operator's password is wrong.</summary>
    public static Retcode WrongPassword { get; } = new("88229104", "操作员密码错误");

    /// <summary>No such operator.</summary>
    public static Retcode NoOperator { get; } = new("88229105", "用户不存在");

    /// <summary>The merchant may not do that.</summary>
    public static Retcode NotAllowed { get; } = new("88229108", "商户没有权限");

    /// <summary>A parameter is missing or wrong.</summary>
    public static Retcode Wrong(string name) => new("88222001", $"参数错误：{name}");

    /// <inheritdoc/>
    public override string ToString() => $"{Number} {Words}";
}
