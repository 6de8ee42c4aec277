using System.Security.Cryptography.X509Certificates;
using PayFunctions.Tests.Channels.Tenpay;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>What makes the usual account charge codes by the older interface.</summary>
internal static class Till
{
    public const string Password = "till-password";

    public static readonly X509Certificate2 Certificate
        = ClientCertificate.Make("wechatpay-merchant");

    public static readonly (string Key, string? Value)[] Settings =
    [
        ("secret:api_v2_key", WeChatPayVectors.Keys.Text("apiv2_key")),
        ("secret:client_certificate", ClientCertificate.Pkcs12(Certificate, Password)),
        ("secret:client_certificate_password", Password),
        ("device_ip", "203.0.113.20"),
        ("device_id", "POS-3"),
    ];
}
