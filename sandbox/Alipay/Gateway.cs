using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The one address of the interface: checks a request and answers it.</summary>
internal sealed class Gateway(
    AlipaySimulatorOptions options,
    Registry registry,
    CheckoutBook checkouts,
    TradeAnswers answers,
    FaultPlan faults,
    RSA key)
{
    private static readonly IReadOnlyDictionary<string, string> NoFields =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        var cancel = http.RequestAborted;
        var (request, unread) = await GatewayRequest.ReadAsync(http.Request, cancel);
        var method = request?["method"] ?? string.Empty;
        if (faults.Take(Fault.Slow, method) is { } slow)
        {
            await Task.Delay(TimeSpan.FromSeconds(slow.Seconds), options.Time, cancel);
        }

        if (faults.Take(Fault.Http500, method) is not null)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
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

        error ??= faults.Take(Fault.Busy, method) is null ? null : GatewayError.Busy;
        var answer = error is not null
            ? TradeAnswer.Refused(error)
            : answers.Answer(request!, application!.Application);
        if (faults.Take(Fault.LostAnswer, method) is not null)
        {
            http.Abort();
            return;
        }

        await WriteAsync(http, method, request, answer, IsSigned(request, application));
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

        if (error is null && order is not null && checkouts.TryAdd(order, out var token))
        {
            http.Response.Redirect($"/cashier/{token}");
            return;
        }

        await CashierPage.WriteAsync(http, CashierPage.Refused(error ?? GatewayError.Busy));
    }

    private async Task WriteAsync(
        HttpContext http,
        string method,
        GatewayRequest? request,
        TradeAnswer answer,
        bool signed)
    {
        var encoding = request?.Encoding ?? Charset.Default;
        var inner = Envelope.Inner(answer.Error, answer.Fields);
        var text = Envelope.Write(Envelope.RootOf(method), inner, encoding, signed ? key : null);
        if (faults.Take(Fault.UnsignedError, method) is not null)
        {
            text = Envelope.Write(
                Envelope.ErrorRoot, Envelope.Inner(GatewayError.Busy, NoFields), encoding, null);
        }
        else if (faults.Take(Fault.WrongAnswerSignature, method) is not null)
        {
            var other = V1Signature.Sign(inner + " ", encoding, key);
            text = $$"""{"{{Envelope.RootOf(method)}}":{{inner}},"sign":"{{other}}"}""";
        }

        await SendAsync(http, text, encoding);
    }

    private static async Task SendAsync(HttpContext http, string text, Encoding encoding)
    {
        var bytes = encoding.GetBytes(text);
        var name = ReferenceEquals(encoding, Charset.Default) ? "utf-8" : "GBK";
        http.Response.ContentType = $"text/html;charset={name}";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
