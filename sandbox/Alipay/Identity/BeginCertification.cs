namespace PayFunctions.Sandbox.Alipay.Identity;

/// <summary><see cref="Methods.BeginCertification"/>: who is to be checked.</summary>
internal sealed class BeginCertification(CertificationBook book) : IGatewayMethod
{
    private const int OrderNoMaximum = 32;

    private static readonly string[] Scenes =
        ["FACE", "CERT_PHOTO", "CERT_PHOTO_FACE", "SMART_FACE"];

    private static readonly string[] Documents =
    [
        "IDENTITY_CARD", "HOME_VISIT_PERMIT_HK_MC", "HOME_VISIT_PERMIT_TAIWAN",
        "RESIDENCE_PERMIT_HK_MC", "RESIDENCE_PERMIT_TAIWAN",
    ];

    /// <inheritdoc/>
    public string Name => Methods.BeginCertification;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var content = call.Content;
        var person = ObjectOf(content, "identity_param");
        return Wrong(content, person) is { } wrong
                ? MethodAnswer.Refused(CertificationError.Field(wrong))
            : book.Begin(
                call.Merchant, content["outer_order_no"], person!["cert_name"],
                person["cert_no"],
                ObjectOf(content, "merchant_config")?["return_url"] ?? string.Empty)
                is { } begun
                ? new AnswerFields().Put("certify_id", begun.CertifyId).Success()
            : MethodAnswer.Refused(GatewayError.Busy);
    }

    private static string? Wrong(BizContent content, BizContent? person)
        => content["outer_order_no"] is not { Length: > 0 and <= OrderNoMaximum } number
                || !number.All(char.IsAsciiLetterOrDigit) ? "outer_order_no"
            : !Scenes.Contains(content["biz_code"], StringComparer.Ordinal) ? "biz_code"
            : person is null
                || person["identity_type"] is not ("CERT_INFO" or "AGENT_CERT_INFO")
                || !Documents.Contains(person["cert_type"], StringComparer.Ordinal)
                || person["cert_name"].Length == 0 || person["cert_no"].Length == 0
                ? "identity_param"
            : null;

    /// <summary>An object, or a text that holds one: both are in use.</summary>
    private static BizContent? ObjectOf(BizContent content, string name)
        => content.Object(name) ?? BizContent.Parse(content[name]);
}
