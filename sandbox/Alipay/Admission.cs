using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Lets a request in: every check before its business, in the gateway's order.</summary>
internal sealed class Admission(
    AlipaySimulatorOptions options, IReadOnlyDictionary<string, IGatewayMethod> methods)
{
    /// <summary>Whether there is such a method.</summary>
    public bool Knows(string method) => Methods.IsPage(method) || methods.ContainsKey(method);

    /// <summary>The call of a request, or why it is refused.</summary>
    /// <param name="http">How it came.</param>
    /// <param name="request">What it says.</param>
    /// <param name="application">Its application; null where nobody knows it.</param>
    /// <param name="met">What goes wrong with it.</param>
    public (MethodCall? Call, GatewayError? Error) Admit(
        HttpRequest http,
        GatewayRequest request,
        RegisteredApplication? application,
        RequestFaults met)
    {
        var now = options.Time.GetUtcNow();
        if (Check(request, application, now) is { } error)
        {
            return (null, error);
        }

        var (merchant, refusal) = application!.ActsFor(request["app_auth_token"], now);
        refusal ??= Knows(request["method"]) ? null : GatewayError.UnknownMethod;
        if (refusal is not null)
        {
            return (null, refusal);
        }

        return BizContent.Parse(request["biz_content"]) is { } content
            ? (new()
            {
                Request = request,
                Content = content,
                Merchant = merchant!,
                Met = met,
                Root = $"{http.Scheme}://{http.Host}",
                Now = now,
            }, null)
            : (null, GatewayError.Invalid("parameter", "参数无效：biz_content"));
    }

    private GatewayError? Check(
        GatewayRequest request, RegisteredApplication? application, DateTimeOffset now)
        => RequestRules.Presence(request)
            ?? (application is null ? GatewayError.UnknownApplication : null)
            ?? RequestRules.Certificates(request, application!.Application.Certificates)
            ?? RequestRules.Signature(request, application.Key)
            ?? RequestRules.Content(request, now, options.TimestampTolerance);
}
