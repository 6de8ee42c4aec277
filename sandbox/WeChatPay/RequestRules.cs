using System.Text.Json;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>The checks that every request meets before its business.</summary>
internal sealed class RequestRules(WeChatPaySimulatorOptions options, Merchants merchants)
{
    /// <summary>Who signed a request, or why it is refused.</summary>
    /// <param name="request">As it came.</param>
    /// <param name="isOfTransactions">What a missing header is: 401, or 400.</param>
    /// <param name="now">The moment.</param>
    public (Merchant? Merchant, ApiError? Error) Admit(
        ApiRequest request, bool isOfTransactions, DateTimeOffset now)
    {
        var by = Authorization.Parse(request["Authorization"]);
        var merchant = by is null ? null : merchants.Find(by.MchId);
        foreach (var check in options.Checks)
        {
            var error = check is RequestCheck.Headers
                ? Headers(request, isOfTransactions)
                : Authorized(check, request, by, merchant, now);
            if (error is not null)
            {
                return (null, error);
            }
        }

        return merchant is null
            ? (null, ApiError.Signature("商户号不存在"))
            : (merchant, null);
    }

    /// <summary>The body, checked; undefined for what has none.</summary>
    public (JsonElement Body, ApiError? Error) Body(
        ApiRequest request, IReadOnlyList<Field>? fields)
    {
        if (fields is null)
        {
            return (default, null);
        }

        return ApiBody.Parse(request.Body) is { } body
            ? (body, BodyRules.Check(body, fields, options.CountsBytes))
            : (default, ApiError.Parameter(string.Empty, string.Empty, "请求体不是JSON对象"));
    }

    private static ApiError? Headers(ApiRequest request, bool isOfTransactions)
    {
        var missing = !Accepts(request["Accept"]) ? "Accept"
            : request["User-Agent"].Length == 0 ? "User-Agent"
            : request.Body.Length > 0
                && !request["Content-Type"].StartsWith(ApiJson.MediaType, StringComparison.Ordinal)
                ? "Content-Type"
            : null;
        return missing is null ? null
            : isOfTransactions ? ApiError.Signature($"Http头{missing}错误")
            : ApiError.Invalid($"Http头缺少{missing}");
    }

    private static bool Accepts(string accept)
        => accept.Contains(ApiJson.MediaType, StringComparison.Ordinal)
            || accept.Contains("*/*", StringComparison.Ordinal);

    private ApiError? Authorized(
        RequestCheck check, ApiRequest request, Authorization? by, Merchant? merchant,
        DateTimeOffset now)
    {
        if (by is null)
        {
            return ApiError.Signature("Http头Authorization认证类型或格式不正确");
        }

        var key = merchant?.KeyOf(by.Serial);
        return check switch
        {
            RequestCheck.Clock => by.Moment is { } sent
                && (sent - now).Duration() <= options.ClockTolerance
                ? null
                : ApiError.Signature("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟"),
            RequestCheck.Serial => key is null ? ApiError.Signature("商户证书序列号有误") : null,
            _ => key is not null && SignedText.IsBy(key, request.Signed(by), by.Signature)
                ? null
                : ApiError.Signature("签名错误"),
        };
    }
}
