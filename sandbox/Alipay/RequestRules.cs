using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The gateway's checks of common parameters, in the gateway's order.</summary>
internal static class RequestRules
{
    private static readonly (string Name, string What)[] Required =
    [
        ("method", "method"), ("app_id", "app-id"), ("sign", "signature"),
        ("sign_type", "signature-type"), ("timestamp", "timestamp"), ("version", "version"),
        ("charset", "charset"),
    ];

    private static readonly (string Name, int Maximum)[] Lengths =
    [
        ("app_id", 32), ("method", 128), ("format", 40), ("charset", 10), ("sign_type", 10),
        ("sign", 344), ("timestamp", 19), ("version", 3), ("notify_url", 256),
        ("return_url", 256), ("app_auth_token", 40),
    ];

    /// <summary>The first common parameter that is absent.</summary>
    public static GatewayError? Presence(GatewayRequest request)
        => Required
            .Where(r => request[r.Name].Length == 0)
            .Select(r => GatewayError.Missing(r.What, r.Name))
            .FirstOrDefault();

    /// <summary>
    /// Whether an application in certificate mode names its certificate and our roots. What a wrong
    /// name is answered is not documented.
    /// </summary>
    public static GatewayError? Certificates(
        GatewayRequest request, AlipayCertificates? certificates)
        => certificates is null
            ? null
            : Certificate(request, "app_cert_sn", "app-cert-sn", certificates.ApplicationSn)
                ?? Certificate(
                    request, "alipay_root_cert_sn", "alipay-root-cert-sn", certificates.RootSn);

    /// <summary>Whether the application signed this request.</summary>
    public static GatewayError? Signature(GatewayRequest request, RSA applicationKey)
    {
        if (!string.Equals(request["sign_type"], "RSA2", StringComparison.Ordinal))
        {
            return GatewayError.Invalid("signature-type", "无效签名类型：应用登记的是RSA2密钥");
        }

        var text = V1Signature.OfRequest(request.Values);
        return V1Signature.Verify(text, request.Encoding, request["sign"], applicationKey)
            ? null
            : GatewayError.Invalid(
                "signature",
                "验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配，网关生成的验签字符串为："
                + text.Replace("&", "&amp;", StringComparison.Ordinal));
    }

    /// <summary>What is checked once the sender is known.</summary>
    public static GatewayError? Content(
        GatewayRequest request, DateTimeOffset now, TimeSpan tolerance)
        => Timestamp(request, now, tolerance)
            ?? Fixed(request["version"], "1.0", "version", "非法版本参数")
            ?? Fixed(request["format"], "JSON", "format", "无效数据格式")
            ?? Plain(request)
            ?? TooLong(request)
            ?? Address(request, "notify_url")
            ?? Address(request, "return_url");

    private static GatewayError? Timestamp(
        GatewayRequest request, DateTimeOffset now, TimeSpan tolerance)
        => BeijingTime.Parse(request["timestamp"]) is { } sent
            && (sent - now).Duration() <= tolerance
            ? null
            : GatewayError.Invalid("timestamp", "非法的时间戳参数");

    private static GatewayError? Fixed(string value, string wanted, string what, string message)
        => value.Length == 0 || string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase)
            ? null
            : GatewayError.Invalid(what, message);

    private static GatewayError? Certificate(
        GatewayRequest request, string name, string what, string wanted)
        => request[name].Length == 0 ? GatewayError.Missing(what, name)
            : string.Equals(request[name], wanted, StringComparison.Ordinal) ? null
            : GatewayError.Invalid("parameter", $"参数无效：{name}");

    /// <summary>No application of this world has a key for encryption.</summary>
    private static GatewayError? Plain(GatewayRequest request)
        => request["encrypt_type"].Length == 0
            ? null
            : GatewayError.Invalid("encrypt-type", "不支持的加密类型");

    private static GatewayError? TooLong(GatewayRequest request)
        => Lengths
            .Where(l => request[l.Name].Length > l.Maximum)
            .Select(l => GatewayError.Invalid("parameter", $"参数超长：{l.Name}"))
            .FirstOrDefault();

    private static GatewayError? Address(GatewayRequest request, string name)
        => request[name].Length == 0 || WireMessage.IsWeb(request[name])
            ? null
            : GatewayError.Invalid("parameter", $"参数无效：{name}");
}
