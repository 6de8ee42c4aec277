using System.Text;
using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Hands out the platform certificates that are in force.</summary>
internal sealed class ListCertificates(KeyRing ring) : IOperation
{
    private static readonly ApiError None = ApiError.NoResource with
    {
        Message = "无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。",
    };

    /// <inheritdoc/>
    public string Name => "certificates";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public string Path => "/v3/certificates";

    /// <inheritdoc/>
    public bool IsOfTransactions => false;

    /// <inheritdoc/>
    public ApiAnswer Answer(ApiCall call)
    {
        var certificates = ring.PublishedTo(call.Caller);
        return certificates.Count == 0
            ? ApiAnswer.Of(None)
            : ApiAnswer.Ok(new JsonObject
            {
                ["data"] = new JsonArray(
                    [.. certificates.Select(c => Of(c, call.Caller.Registered.ApiV3Key))]),
            });
    }

    private static JsonObject Of(PlatformKey certificate, string key)
        => new()
        {
            ["serial_no"] = certificate.Id,
            ["effective_time"] = ApiJson.Time(certificate.Effective),
            ["expire_time"] = ApiJson.Time(certificate.Expires),
            ["encrypt_certificate"] = ApiCipher.Seal(
                key, Encoding.ASCII.GetBytes(certificate.Pem), "certificate"),
        };
}
