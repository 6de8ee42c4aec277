namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary>The refusals of agreements; those of questions have no prefix.</summary>
internal static class AgreementError
{
    /// <summary>A question about none.</summary>
    public static GatewayError NoUserAgreement { get; } =
        GatewayError.Failed("USER_AGREEMENT_NOT_EXIST", "用户协议不存在");

    /// <summary>The end of none.</summary>
    public static GatewayError NoAgreement { get; } =
        GatewayError.Failed("AGREEMENT_NOT_EXIST", "协议不存在");

    /// <summary>A debit under none.</summary>
    public static GatewayError NotThere { get; } =
        GatewayError.Business("AGREEMENT_NOT_EXIST", "协议不存在");

    /// <summary>A debit under one that is not in force.</summary>
    public static GatewayError NotNormal { get; } =
        GatewayError.Business("AGREEMENT_STATUS_NOT_NORMAL", "协议状态不正常");

    /// <summary>A debit by another product than it was signed for.</summary>
    public static GatewayError WrongProduct { get; } =
        GatewayError.Business("AGREEMENT_INVALID", "协议与产品码不一致");

    /// <summary>More at once than the plan.</summary>
    public static GatewayError SingleExceeded { get; } =
        GatewayError.Business("CYCLE_PAY_SINGLE_FEE_EXCEED", "超过周期扣款单笔限额");

    /// <summary>More in all than the plan.</summary>
    public static GatewayError TotalExceeded { get; } =
        GatewayError.Business("CYCLE_PAY_TOTAL_FEE_EXCEED", "超过周期扣款总金额");

    /// <summary>More often than the plan.</summary>
    public static GatewayError TimesExceeded { get; } =
        GatewayError.Business("CYCLE_PAY_TOTAL_TIMES_EXCEED", "超过周期扣款总次数");

    /// <summary>A field is wrong.</summary>
    public static GatewayError Field(string name)
        => GatewayError.Failed("INVALID_PARAMETER", $"参数有误：{name}");
}
