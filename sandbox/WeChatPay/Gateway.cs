using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>APIv3: checks a request, has it answered, signs and sends the answer.</summary>
internal sealed class Gateway(
    WeChatPaySimulatorOptions options, RequestRules rules, KeyRing ring, AnswerDesk desk,
    HostWatch hosts)
{
    private const int RequestIdLength = 20;

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext http, IOperation operation, bool isPartner)
    {
        if (await desk.OpenAsync(http, operation.Name) is not { } met
            || hosts.IsDown(http, met))
        {
            return;
        }

        var now = options.Time.GetUtcNow();
        var request = await ApiRequest.ReadAsync(http);
        var (caller, error) = rules.Admit(request, operation.IsOfTransactions, now);
        var key = caller is null ? null : ring.ForAnswer(caller, request["Wechatpay-Serial"]);
        var (body, wrong) = rules.Body(request, operation.Fields(isPartner));
        error ??= key is null
            ? ApiError.Parameter("Wechatpay-Serial", request["Wechatpay-Serial"], "无此公钥", "url")
            : wrong;
        var answer = error is not null
            ? ApiAnswer.Of(error)
            : AnswerFaults.Work(met, () => operation.Answer(new()
            {
                Caller = caller!,
                IsPartner = isPartner,
                Body = body,
                Http = http.Request,
                Met = met,
                Now = now,
            }));
        await AnswerDesk.SendAsync(
            http, met, Wire(answer.Spelled(options.OlderSpelling), key, met, operation, now));
    }

    private static WireAnswer Wire(
        ApiAnswer answer, PlatformKey? key, RequestFaults met, IOperation operation,
        DateTimeOffset now)
        => new(answer.Body, answer.ContentType)
        {
            Status = answer.Status,
            Headers =
            [
                .. answer.Status is StatusCodes.Status401Unauthorized && operation.IsOfTransactions
                    ? []
                    : RequestId(answer),
                .. answer.IsSigned && key is not null && !met.Meets(AnswerFaults.Bare)
                    ? PlatformStamp.Of(key, now, answer.Body, AnswerFaults.HarmOf(met))
                    : [],
            ],
        };

    private static IEnumerable<KeyValuePair<string, string>> RequestId(ApiAnswer answer)
        =>
        [
            new("Request-ID",
                $"{RandomNumberGenerator.GetHexString(RequestIdLength)}"
                + $"-{answer.Error?.Support ?? 0}"),
        ];
}
