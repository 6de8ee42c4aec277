namespace PayFunctions.Sandbox.IPayNow;

/// <summary>Why a request is not done.</summary>
/// <param name="Code">responseCode.</param>
/// <param name="Message">responseMsg: <c>E002#stage[reason]</c>. Its numbers above E002 are the
/// simulator's own, for the channel's list is not published.</param>
internal sealed record Refusal(string Code, string Message)
{
    /// <summary>Not known: to be asked again.</summary>
    public static readonly Refusal Busy = new("A003", "E999#系统[系统繁忙，结果未知]");

    /// <summary>The signature does not fit.</summary>
    public static readonly Refusal BadSignature = Of("E001", "验证签名", "签名错误");

    /// <summary>No application has that number.</summary>
    public static readonly Refusal UnknownApplication = Of("E001", "商户应用", "应用不存在");

    /// <summary>There is no such order.</summary>
    public static readonly Refusal NoOrder = Of("E003", "查询", "订单不存在");

    /// <summary>There is no such refund or cancel.</summary>
    public static readonly Refusal NoRefund = Of("E003", "查询", "退款订单不存在");

    /// <summary>The function is unknown or not of this dialect.</summary>
    public static readonly Refusal UnknownFunction = Of("E002", "参数校验", "功能码错误");

    /// <summary>A field is missing or wrong.</summary>
    public static Refusal Field(string name) => Of("E002", "参数校验", $"字段错误：{name}");

    /// <summary>The order cannot be paid.</summary>
    public static Refusal Order(string why) => Of("E004", "订单初始化", why);

    /// <summary>A refund's reason, R021 to R027, of profile A's table.</summary>
    public static Refusal Refund(string code, string why) => new(code, $"{code}#退款[{why}]");

    private static Refusal Of(string number, string stage, string why)
        => new("A002", $"{number}#{stage}[{why}]");
}
