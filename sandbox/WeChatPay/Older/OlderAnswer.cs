using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What the XML interface answers: about transport, then about business.</summary>
/// <param name="Transport">Why the request was not taken; null where it was.</param>
/// <param name="Error">Why nothing became of it; null for a success.</param>
internal sealed record OlderAnswer(string? Transport, ApiError? Error)
{
    private const int NonceLength = 32;
    private const string Success = "SUCCESS";
    private const string Fail = "FAIL";

    /// <summary>Further fields.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>A success with fields.</summary>
    public static OlderAnswer Ok(params IReadOnlyList<KeyValuePair<string, string>> fields)
        => new(null, null) { Fields = fields };

    /// <summary>A refusal of the business.</summary>
    public static OlderAnswer Refused(ApiError error) => new(null, error);

    /// <summary>The request was not taken; that is not signed.</summary>
    public static OlderAnswer NotTaken(string why) => new(why, null);

    /// <summary>The answer as it leaves: always with status 200.</summary>
    /// <param name="request">What was asked; null where it could not be read.</param>
    /// <param name="key">The merchant's APIv2 key.</param>
    /// <param name="spoilt">Whether the signature shall not fit.</param>
    public WireAnswer Write(OlderRequest? request, string key, bool spoilt)
    {
        if (Transport is not null || request is null)
        {
            return new(
                OlderXml.Write(
                [
                    new("return_code", Fail), new("return_msg", Transport ?? "XML格式错误"),
                ]),
                "text/plain");
        }

        List<KeyValuePair<string, string>> fields =
        [
            new("return_code", Success), new("return_msg", "OK"),
            .. request.Identity,
            new("nonce_str", RandomNumberGenerator.GetHexString(NonceLength)),
            new("result_code", Error is null ? Success : Fail),
            .. Error is null
                ? (KeyValuePair<string, string>[])[]
                :
                [
                    new("err_code", ApiAnswer.Older(Error.Code)),
                    new("err_code_des", Error.Message),
                ],
            .. Fields,
        ];
        var sign = OlderSignature.Sign(
            spoilt ? [.. fields, new("zz", "z")] : fields, key, request.IsHmac);
        return new(OlderXml.Write([.. fields, new("sign", sign)]), "text/xml; charset=utf-8");
    }
}
