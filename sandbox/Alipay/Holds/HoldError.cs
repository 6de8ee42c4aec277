namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>The refusals of authorisations; their sub_codes have no prefix.</summary>
internal static class HoldError
{
    /// <summary>No such authorisation.</summary>
    public static GatewayError NoOrder { get; } = Of("AUTH_ORDER_NOT_EXIST", "授权订单不存在");

    /// <summary>No such operation on it.</summary>
    public static GatewayError NoOperation { get; } =
        Of("AUTH_OPERATION_NOT_EXIST", "授权操作不存在");

    /// <summary>The number was used for something else.</summary>
    public static GatewayError NotUnique { get; } = Of("UNIQUE_VIOLATION", "违反唯一性约束");

    /// <summary>More than is frozen.</summary>
    public static GatewayError TooMuch { get; } =
        Of("REQUEST_AMOUNT_EXCEED", "请求金额超过剩余冻结金额");

    /// <summary>Not frozen.</summary>
    public static GatewayError WrongState { get; } = Of("ILLEGAL_STATUS", "状态不合法");

    /// <summary>Nothing is frozen any more.</summary>
    public static GatewayError Finished { get; } = Of("ORDER_ALREADY_FINISH", "授权订单已完结");

    /// <summary>Ended unauthorised.</summary>
    public static GatewayError Closed { get; } = Of("ORDER_ALREADY_CLOSED", "授权订单已关闭");

    /// <summary>A field is wrong.</summary>
    public static GatewayError Field(string name) => Of("ILLEGAL_ARGUMENT", $"参数有误：{name}");

    private static GatewayError Of(string reason, string message)
        => GatewayError.Failed(reason, message);
}
