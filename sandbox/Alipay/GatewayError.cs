namespace PayFunctions.Sandbox.Alipay;

/// <summary>A refusal as the gateway words it.</summary>
/// <param name="Code">The gateway's code, five digits.</param>
/// <param name="Msg">The code's fixed text.</param>
/// <param name="SubCode">The reason.</param>
/// <param name="SubMsg">The reason for people.</param>
internal sealed record GatewayError(string Code, string Msg, string SubCode, string SubMsg)
{
    /// <summary>The answer of a gateway that does not know what became of the call.</summary>
    public static GatewayError Busy { get; } =
        new("20000", "Service Currently Unavailable", "isp.unknow-error", "系统繁忙");

    /// <summary>No such application.</summary>
    public static GatewayError UnknownApplication { get; } =
        Invalid("app-id", "无效的AppID参数");

    /// <summary>No such method, or none that this simulator has.</summary>
    public static GatewayError UnknownMethod { get; } = Invalid("method", "不存在的方法名");

    /// <summary>Nobody gave this app_auth_token.</summary>
    public static GatewayError UnknownToken { get; } =
        Token("aop.invalid-app-auth-token", "无效的应用授权令牌");

    /// <summary>An app_auth_token that holds no more.</summary>
    public static GatewayError ExpiredToken { get; } =
        Token("aop.app-auth-token-time-out", "应用授权令牌已过期");

    /// <summary>Too late to pay.</summary>
    public static GatewayError TooLate { get; } =
        Business("NOW_TIME_AFTER_EXPIRE_TIME_ERROR", "当前时间已超过允许支付的时间");

    /// <summary>
    /// A QR code nobody scanned in time. The payer reads it; no answer carries it.
    /// </summary>
    public static GatewayError CodeExpired { get; } = Business("QR_CODE_EXPIRED", "二维码已失效");

    /// <summary>No such trade.</summary>
    public static GatewayError NoTrade { get; } = Business("TRADE_NOT_EXIST", "交易不存在");

    /// <summary>The trade's state does not allow it.</summary>
    public static GatewayError WrongState { get; } =
        Business("TRADE_STATUS_ERROR", "交易状态不合法");

    /// <summary>Closed, and nothing can be done about it.</summary>
    public static GatewayError HasClosed { get; } = Business("TRADE_HAS_CLOSE", "交易已经关闭");

    /// <summary>Finished, and nothing can be done about it.</summary>
    public static GatewayError HasFinished { get; } =
        Business("TRADE_HAS_FINISHED", "交易已经完结");

    /// <summary>A common parameter is absent.</summary>
    public static GatewayError Missing(string what, string name)
        => new("40001", "Missing Required Arguments", $"isv.missing-{what}", $"缺少{name}参数");

    /// <summary>A common parameter is wrong.</summary>
    public static GatewayError Invalid(string what, string message)
        => new("40002", "Invalid Arguments", $"isv.invalid-{what}", message);

    /// <summary>The trade's business refuses.</summary>
    public static GatewayError Business(string reason, string message)
        => Failed($"ACQ.{reason}", message);

    /// <summary>A business refuses, with its whole sub_code.</summary>
    public static GatewayError Failed(string subCode, string message)
        => new("40004", "Business Failed", subCode, message);

    /// <summary>A field of biz_content is wrong.</summary>
    public static GatewayError Field(string name)
        => Business("INVALID_PARAMETER", $"参数有误：{name}");

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {SubCode} {SubMsg}";

    private static GatewayError Token(string subCode, string message)
        => new("20001", "Insufficient Token Permissions", subCode, message);
}
