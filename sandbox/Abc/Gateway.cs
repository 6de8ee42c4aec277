using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>
/// The one address of the interface, by both of its paths: checks a request and answers it.
/// </summary>
internal sealed class Gateway(
    AbcSimulatorOptions options, MerchantRegistry merchants, Transactions transactions,
    AnswerDesk desk, RSA key)
{
    /// <summary>The paths in use at merchants.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        "/ebus/ReceiveMerchantTrxReqServlet", "/ebus/trustpay/ReceiveMerchantTrxReqServlet",
    ];

    /// <summary>Answers one request. What its content type says does not matter.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        var envelope = RequestEnvelope.Cut(
            await RawBody.BytesAsync(http.Request, http.RequestAborted));
        var request = envelope is null ? null : TrustPayRequest.Read(envelope.Text);
        if (await desk.OpenAsync(http, request?.TrxType ?? string.Empty) is not { } met)
        {
            return;
        }

        var root = new Uri($"{http.Request.Scheme}://{http.Request.Host}");
        var answer = Check(envelope, request) is { } refusal
            ? new TrxAnswer(refusal)
            : Injected(met) is { } ordered
                ? new TrxAnswer(ordered)
                : met.WorkOrBusy(
                    () => transactions.Answer(
                        request!, merchants.Find(request!.MerchantId)!, root, met),
                    static () => new TrxAnswer(ReturnCode.ResultUnknown));
        await AnswerDesk.SendAsync(
            http, met,
            new(Write(met, answer, request?.MerchantId ?? string.Empty),
                "text/html;charset=GBK"));
    }

    private static ReturnCode? Injected(RequestFaults met)
        => met.Meets(AbcFault.StateForbids) ? ReturnCode.StateForbids
            : met.Meets(AbcFault.OrderUnknown) ? ReturnCode.OrderUnknown
            : met.Meets(AbcFault.NotOpened) ? ReturnCode.NotOpened
            : null;

    private ReturnCode? Check(RequestEnvelope? envelope, TrustPayRequest? request)
        => envelope is null || request is null ? ReturnCode.Unreadable
            : merchants.Find(request.MerchantId) is not { } merchant ? ReturnCode.MerchantUnknown
            : merchants.Refusal(merchant, envelope);

    private byte[] Write(RequestFaults met, TrxAnswer answer, string merchantId)
        => met.Meets(Fault.UnsignedError)
            ? new TrxAnswer(ReturnCode.ResultUnknown).Write(
                merchantId, isWrapped: true, key: null, spoilt: false)
            : answer.Write(
                merchantId, options.WrapsAnswers, key, met.Meets(Fault.WrongAnswerSignature));
}
