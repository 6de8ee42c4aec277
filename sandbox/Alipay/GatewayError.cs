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

    /// <summary>No such method, or none that this simulator has yet.</summary>
    public static GatewayError UnknownMethod { get; } = Invalid("method", "不存在的方法名");

    /// <summary>A common parameter is absent.</summary>
    public static GatewayError Missing(string what, string name)
        => new("40001", "Missing Required Arguments", $"isv.missing-{what}", $"缺少{name}参数");

    /// <summary>A common parameter is wrong.</summary>
    public static GatewayError Invalid(string what, string message)
        => new("40002", "Invalid Arguments", $"isv.invalid-{what}", message);

    /// <summary>The business refuses.</summary>
    public static GatewayError Business(string reason, string message)
        => new("40004", "Business Failed", $"ACQ.{reason}", message);

    /// <summary>A field of biz_content is wrong.</summary>
    public static GatewayError Field(string name)
        => Business("INVALID_PARAMETER", $"参数有误：{name}");

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {SubCode} {SubMsg}";
}
