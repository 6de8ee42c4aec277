using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>The XML interface, which is here for payers' codes only.</summary>
internal sealed class OlderGateway(
    Merchants merchants, AnswerDesk desk, HostWatch hosts, WeChatPaySimulatorOptions options,
    OlderTill till)
{
    private const string ChargePath = "/pay/micropay";
    private const string QueryPath = "/pay/orderquery";
    private const string ReversePath = "/secapi/pay/reverse";

    /// <summary>Adds the paths to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(ChargePath, http => AnswerAsync(
            http, "charge", (request, identity, _) => till.Charge(request, identity)));
        routes.MapPost(QueryPath, http => AnswerAsync(
            http, "query", (request, identity, _) => till.Query(request, identity)));
        routes.MapPost(ReversePath, http => AnswerAsync(http, "reverse", till.Reverse));
    }

    private async Task AnswerAsync(
        HttpContext http, string operation,
        Func<OlderRequest, Identity, RequestFaults, OlderAnswer> answer)
    {
        if (await desk.OpenAsync(http, operation) is not { } met || hosts.IsDown(http, met))
        {
            return;
        }

        var fields = OlderXml.Read(await RawBody.BytesAsync(http.Request, http.RequestAborted));
        var request = fields is null ? null : new OlderRequest(fields);
        var merchant = request is null ? null : merchants.Find(request["mch_id"]);
        var (identity, refusal) = Admit(http, request, merchant);
        var said = refusal ?? met.WorkOrBusy(
            () => answer(request!, identity!, met),
            static () => OlderAnswer.Refused(ApiError.Busy));
        await AnswerDesk.SendAsync(
            http, met,
            (met.Meets(Fault.UnsignedError) ? OlderAnswer.NotTaken("系统繁忙") : said).Write(
                request, merchant?.Registered.ApiV2Key ?? string.Empty,
                spoilt: met.Meets(Fault.WrongAnswerSignature)));
    }

    /// <summary>Who asks, or why the request is not taken.</summary>
    private (Identity? Identity, OlderAnswer? Refusal) Admit(
        HttpContext http, OlderRequest? request, Merchant? merchant)
    {
        if (request is null || merchant?.Registered.ApiV2Key is not { } key)
        {
            return (null, OlderAnswer.NotTaken(request is null ? "XML格式错误" : "mch_id不存在"));
        }

        if (!OlderSignature.Fits(request.Values, key, request.IsHmac))
        {
            return (null, OlderAnswer.NotTaken("签名错误"));
        }

        var sub = request["sub_mch_id"];
        var party = new Party(request["mch_id"], sub.Length > 0 ? sub : null);
        return sub.Length > 0 && merchant.FindSub(sub) is null
                ? (null, OlderAnswer.NotTaken("sub_mch_id与mch_id不匹配"))
            : Identity.Of(merchant, party, request["appid"], request["sub_appid"]).Identity
                is not { } identity
                ? (null, OlderAnswer.NotTaken("appid与mch_id不匹配"))
            : http.Request.Path == ReversePath && !HasCertificate(http, merchant)
                ? (null, OlderAnswer.NotTaken("证书验证失败"))
            : (identity, null);
    }

    private bool HasCertificate(HttpContext http, Merchant merchant)
        => http.Connection.ClientCertificate is { } shown
            ? string.Equals(
                shown.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256),
                merchant.Registered.ClientCertificate, StringComparison.OrdinalIgnoreCase)
            : options.ReversesWithoutCertificate;
}
