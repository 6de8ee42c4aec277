namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>A refusal. It is never signed.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The reason.</param>
/// <param name="Message">For people; the same code has several.</param>
internal sealed record ApiError(int Status, string Code, string Message)
{
    private const long SignatureNumber = 268443699;
    private const long ParameterNumber = 268435461;
    private const long UnknownFieldNumber = 270924358;
    private const long FrequencyNumber = 268447840;

    /// <summary>No such order.</summary>
    public static readonly ApiError NoOrder =
        new(StatusCodes.Status404NotFound, "ORDER_NOT_EXIST", "订单不存在") { Support = 268512771 };

    /// <summary>No such order or refund, said by everything about refunds.</summary>
    public static readonly ApiError NoResource =
        new(StatusCodes.Status404NotFound, "RESOURCE_NOT_EXISTS", "查询的资源不存在");

    /// <summary>The order is paid.</summary>
    public static readonly ApiError Paid =
        new(StatusCodes.Status400BadRequest, "ORDER_PAID", "该订单已支付") { Support = 268449538 };

    /// <summary>The order is closed.</summary>
    public static readonly ApiError Closed =
        new(StatusCodes.Status400BadRequest, "ORDER_CLOSED", "该订单已关闭");

    /// <summary>The charge was reversed.</summary>
    public static readonly ApiError Reversed =
        new(StatusCodes.Status403Forbidden, "ORDERREVERSED", "当前订单已经被撤销");

    /// <summary>The number belongs to another product or another charge.</summary>
    public static readonly ApiError NumberUsed =
        new(StatusCodes.Status403Forbidden, "OUT_TRADE_NO_USED", "商户订单号重复");

    /// <summary>The number was used with other values.</summary>
    public static readonly ApiError OtherValues =
        Invalid("请求重入时，参数与首次请求时不一致") with { Support = 268498688 };

    /// <summary>The result is not known.</summary>
    public static readonly ApiError Busy =
        new(StatusCodes.Status500InternalServerError, "SYSTEM_ERROR", "系统异常，请稍后重试");

    /// <summary>Too many requests. What was asked for may happen all the same.</summary>
    public static readonly ApiError TooFast =
        new(StatusCodes.Status429TooManyRequests, "FREQUENCY_LIMITED", "频率超限")
        {
            Support = FrequencyNumber,
        };

    /// <summary>The merchant has not the money.</summary>
    public static readonly ApiError NotEnough =
        new(StatusCodes.Status403Forbidden, "NOT_ENOUGH", "基本账户余额不足，请充值后重新发起");

    /// <summary>The application is not bound to the merchant.</summary>
    public static readonly ApiError OtherApplication =
        new(StatusCodes.Status400BadRequest, "APPID_MCHID_NOT_MATCH", "appid和mchid不匹配");

    /// <summary>The provider does not act for that merchant, or it is not its own file.</summary>
    public static readonly ApiError NotPermitted =
        new(StatusCodes.Status403Forbidden, "NO_AUTH", "商户无此权限");

    /// <summary>The number that support asks for; it ends the Request-ID.</summary>
    public long Support { get; init; }

    /// <summary>Which field is wrong, where that is told.</summary>
    public FieldFault? Detail { get; init; }

    /// <summary>Something about who sent this is wrong.</summary>
    public static ApiError Signature(string message)
        => new(StatusCodes.Status401Unauthorized, "SIGN_ERROR", message)
        {
            Support = SignatureNumber,
        };

    /// <summary>The request as such is wrong.</summary>
    public static ApiError Invalid(string message)
        => new(StatusCodes.Status400BadRequest, "INVALID_REQUEST", message)
        {
            Support = ParameterNumber,
        };

    /// <summary>A field is wrong.</summary>
    public static ApiError Parameter(
        string field, string value, string issue, string location = "body")
        => new(StatusCodes.Status400BadRequest, "PARAM_ERROR", "参数错误")
        {
            Support = ParameterNumber,
            Detail = new(field, value, issue, location),
        };

    /// <summary>A field that nobody knows.</summary>
    public static ApiError UnknownField(string field)
        => Parameter(field, string.Empty, "存在未定义的参数") with { Support = UnknownFieldNumber };
}

/// <summary>What is wrong with a field.</summary>
/// <param name="Field">A JSON pointer in the body, else the parameter's name.</param>
/// <param name="Value">What it was.</param>
/// <param name="Issue">In words.</param>
/// <param name="Location">body, url or query.</param>
internal sealed record FieldFault(string Field, string Value, string Issue, string Location);
