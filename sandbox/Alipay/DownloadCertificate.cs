using System.Text;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// <see cref="Methods.DownloadCertificate"/>: Alipay's certificate by its number, as base64 of its
/// PEM text. What an unknown number is answered is not documented.
/// </summary>
internal sealed class DownloadCertificate(IEnumerable<AlipayApplication> applications)
    : IGatewayMethod
{
    private readonly Dictionary<string, string> known = applications
        .Select(static a => a.Certificates)
        .OfType<AlipayCertificates>()
        .DistinctBy(static c => c.AlipaySn, StringComparer.Ordinal)
        .ToDictionary(
            static c => c.AlipaySn, static c => c.AlipayCertificate, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => Methods.DownloadCertificate;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
        => known.GetValueOrDefault(call.Content["alipay_cert_sn"]) is { } pem
            ? new AnswerFields()
                .Put("alipay_cert_content", Convert.ToBase64String(Encoding.ASCII.GetBytes(pem)))
                .Success()
            : MethodAnswer.Refused(GatewayError.Invalid("parameter", "参数无效：alipay_cert_sn"));
}
