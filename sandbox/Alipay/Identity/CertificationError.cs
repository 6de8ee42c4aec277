namespace PayFunctions.Sandbox.Alipay.Identity;

/// <summary>The refusals of checks of persons; they have no prefix.</summary>
internal static class CertificationError
{
    /// <summary>A question about none.</summary>
    public static GatewayError NotThere { get; } =
        GatewayError.Failed("OPEN_CERTIFY_BILL_NOT_EXIST", "认证单据不存在");

    /// <summary>Too late.</summary>
    public static GatewayError Expired { get; } =
        GatewayError.Failed("CERTIFY_ID_EXPIRED", "认证单据已过期");

    /// <summary>The page was used.</summary>
    public static GatewayError Used { get; } =
        GatewayError.Failed("OPEN_CERTIFY_BILL_STATUS_ERROR", "认证单据状态不正确");

    /// <summary>A field is wrong.</summary>
    public static GatewayError Field(string name)
        => GatewayError.Failed("ILLEGAL_ARGUMENT_FORMAT", $"参数格式错误：{name}");
}
