using System.Security.Cryptography;
using PayFunctions.Sandbox.Alipay.Agreements;
using PayFunctions.Sandbox.Alipay.Identity;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The one address of the interface: checks a request and answers it.</summary>
internal sealed class Gateway(
    AlipaySimulatorOptions options,
    Registry registry,
    Admission admission,
    IReadOnlyDictionary<string, IGatewayMethod> methods,
    CheckoutBook<PayOrder> checkouts,
    AgreementPages agreements,
    CertificationPages certifications,
    PayPage page,
    AnswerDesk desk,
    RSA key)
{
    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        var (request, error) = await GatewayRequest.ReadAsync(http.Request, http.RequestAborted);
        var method = request?["method"] ?? string.Empty;
        if (await desk.OpenAsync(http, method) is not { } met)
        {
            return;
        }

        http.Response.Headers["trace_id"] = http.TraceIdentifier;
        var application = request is null ? null : registry.Find(request["app_id"]);
        MethodCall? call = null;
        if (request is not null)
        {
            (call, error) = admission.Admit(http.Request, request, application, met);
        }

        if (Methods.IsPage(method))
        {
            await ShowAsync(http, call, error);
            return;
        }

        var answer = call is null
            ? MethodAnswer.Refused(error!)
            : met.WorkOrBusy(
                () => methods[method].Answer(call),
                static () => MethodAnswer.Refused(GatewayError.Busy));
        var encoding = request?.Encoding ?? Charset.Utf8;
        await AnswerDesk.SendAsync(
            http, met,
            new(
                encoding.GetBytes(Text(met, request, application, answer)),
                $"text/html;charset={Charset.NameOf(encoding)}"));
    }

    private async Task ShowAsync(HttpContext http, MethodCall? call, GatewayError? error)
    {
        var (path, refusal) = call is null ? (null, error)
            : call.Method is Methods.SignAgreement ? agreements.Open(call)
            : call.Method is Methods.Certify ? certifications.Open(call)
            : Open(call);
        if (path is not null)
        {
            http.Response.Redirect(path);
            return;
        }

        await page.RefusedAsync(http, (refusal ?? GatewayError.Busy).ToString());
    }

    private (string? Path, GatewayError? Error) Open(MethodCall call)
    {
        var (order, error) = PayOrderRules.Read(call, options.RefuseSpecialSubjects);
        return error is null && order is not null ? (checkouts.Open(order)?.Path, null)
            : (null, error);
    }

    /// <summary>An answer can be signed for someone we know who spoke of signatures.</summary>
    private string Text(
        RequestFaults met,
        GatewayRequest? request,
        RegisteredApplication? application,
        MethodAnswer answer)
    {
        if (met.Meets(Fault.UnsignedError))
        {
            return Envelope.Unsigned(
                Envelope.ErrorRoot, Envelope.Inner(MethodAnswer.Refused(GatewayError.Busy)));
        }

        var root = request is not null && admission.Knows(request["method"])
            ? Envelope.RootOf(request["method"])
            : Envelope.ErrorRoot;
        var inner = Envelope.Inner(answer);
        return application is null || request is null || request["sign"].Length == 0
            ? Envelope.Unsigned(root, inner)
            : Envelope.Signed(
                root, inner, request.Encoding, key, application.Application.Certificates,
                spoilt: met.Meets(Fault.WrongAnswerSignature));
    }
}
