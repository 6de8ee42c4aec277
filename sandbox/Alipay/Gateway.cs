using System.Security.Cryptography;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The one address of the interface: checks a request and answers it.</summary>
internal sealed class Gateway(
    AlipaySimulatorOptions options,
    Registry registry,
    CheckoutBook<PayOrder> checkouts,
    PayPage page,
    TradeAnswers answers,
    AnswerDesk desk,
    RSA key)
{
    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        var (request, unread) = await GatewayRequest.ReadAsync(http.Request, http.RequestAborted);
        var method = request?["method"] ?? string.Empty;
        if (await desk.OpenAsync(http, method) is not { } met)
        {
            return;
        }

        http.Response.Headers["trace_id"] = http.TraceIdentifier;
        var application = request is null ? null : registry.Find(request["app_id"]);
        var error = unread ?? Check(request!, application);
        if (Methods.IsPage(method))
        {
            await ShowAsync(http, request!, application, error);
            return;
        }

        var answer = error is not null
            ? TradeAnswer.Refused(error)
            : met.WorkOrBusy(
                () => answers.Answer(request!, application!.Application),
                static () => TradeAnswer.Refused(GatewayError.Busy));
        var encoding = request?.Encoding ?? Charset.Utf8;
        var text = Text(met, method, answer, encoding, IsSigned(request, application));
        await AnswerDesk.SendAsync(
            http, met,
            new(encoding.GetBytes(text), $"text/html;charset={Charset.NameOf(encoding)}"));
    }

    /// <summary>An answer can be signed for someone we know who spoke of signatures.</summary>
    private static bool IsSigned(GatewayRequest? request, RegisteredApplication? application)
        => application is not null && request is not null && request["sign"].Length > 0;

    private GatewayError? Check(GatewayRequest request, RegisteredApplication? application)
        => RequestRules.Presence(request)
            ?? (application is null ? GatewayError.UnknownApplication : null)
            ?? RequestRules.Signature(request, application!.Key)
            ?? RequestRules.Content(request, options.Time.GetUtcNow(), options.TimestampTolerance)
            ?? (Methods.IsKnown(request["method"]) ? null : GatewayError.UnknownMethod);

    private async Task ShowAsync(
        HttpContext http,
        GatewayRequest request,
        RegisteredApplication? application,
        GatewayError? error)
    {
        PayOrder? order = null;
        if (error is null)
        {
            (order, error) = PayOrderRules.Read(
                request, application!.Application, options.RefuseSpecialSubjects,
                options.Time.GetUtcNow());
        }

        if (error is null && order is not null && checkouts.Open(order) is { } checkout)
        {
            http.Response.Redirect(checkout.Path);
            return;
        }

        await page.RefusedAsync(http, (error ?? GatewayError.Busy).ToString());
    }

    private string Text(
        RequestFaults met, string method, TradeAnswer answer, Encoding encoding, bool signed)
    {
        if (met.Meets(Fault.UnsignedError))
        {
            var busy = TradeAnswer.Refused(GatewayError.Busy);
            return Envelope.Write(
                Envelope.ErrorRoot, Envelope.Inner(busy.Error, busy.Fields), encoding, null);
        }

        var inner = Envelope.Inner(answer.Error, answer.Fields);
        return Envelope.Write(
            Envelope.RootOf(method), inner, encoding, signed ? key : null,
            spoilt: met.Meets(Fault.WrongAnswerSignature));
    }
}
