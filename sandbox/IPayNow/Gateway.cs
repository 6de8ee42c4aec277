using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>Every function's addresses: checks a request and answers it, or shows a page.</summary>
internal sealed class Gateway(
    IPayNowSimulatorOptions options, OrderDesk orders, RefundDesk refunds, AnswerDesk desk,
    PayPage page)
{
    /// <summary>Set where a request carries appKey, which must never travel.</summary>
    public const string WarningHeader = "X-Sandbox-Warning";

    private static readonly string[] OfA = ["WP001", "MQ001", "MQ002", "T001"];
    private static readonly string[] OfB = ["WP001", "MQ002", "R001", "R002", "Q001", "Q002"];

    /// <summary>Adds the addresses to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", [HttpMethods.Get, HttpMethods.Post],
            http => AnswerAsync(http, static _ => true));
        routes.MapPost("/refund/refundOrder",
            http => AnswerAsync(http, static funcode => funcode is "R001" or "R002"));
        routes.MapPost("/refund/refundQuery",
            http => AnswerAsync(http, static funcode => funcode is "Q001" or "Q002"));
    }

    private async Task AnswerAsync(HttpContext http, Func<string, bool> serves)
    {
        var request = await GatewayRequest.ReadAsync(http.Request, http.RequestAborted);
        if (await desk.OpenAsync(http, request?.Funcode ?? string.Empty) is not { } met)
        {
            return;
        }

        if (request is null)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (request.Values.ContainsKey("appKey"))
        {
            http.Response.Headers[WarningHeader] = "appKey must never travel.";
        }

        var now = options.Time.GetUtcNow();
        var application = options.Applications.FirstOrDefault(a => string.Equals(
            a.AppId, request["appId"], StringComparison.Ordinal));
        var error = Check(request, application, serves);
        var (order, wrong) = error is null && request.Funcode is "WP001"
            ? PayOrderRules.Read(request, application!)
            : (null, error);
        if (request.Funcode is "WP001" && IsJump(request))
        {
            await ShowAsync(http, order, wrong);
            return;
        }

        var habit = wrong is null ? HabitOf(request, met) : PayerHabit.Pays;
        var root = $"{http.Request.Scheme}://{http.Request.Host}";
        var fields = met.WorkOrBusy(
            () => wrong is not null ? WireAnswers.Refused(request, wrong, now)
                : order is not null ? orders.Pay(request, order, habit, root, now)
                : request.Funcode is "MQ001" or "MQ002" ? orders.Query(request, now)
                : refunds.Answer(request, now),
            () => WireAnswers.Refused(request, Refusal.Busy, now));
        var unsigned = met.Meets(Fault.UnsignedError);
        var key = unsigned ? null : Key(application, met);
        await AnswerDesk.SendAsync(http, met, WireAnswers.Write(
            request,
            unsigned ? WireAnswers.Refused(request, Refusal.Busy, now) : fields, key));
    }

    /// <summary>
    /// A page takes the browser in profile A, unless it is WeChat on a phone, which is answered
    /// with a link; in profile B only a public account's page does.
    /// </summary>
    private static bool IsJump(GatewayRequest request)
        => request.IsVersioned
            ? request["deviceType"] is "0600" && request["outputType"] is "" or "0"
            : !(request["deviceType"] is "06" && request["payChannelType"] is "13");

    private static string? Key(IPayNowApplication? application, RequestFaults met)
        => application is null ? null
            : met.Meets(Fault.WrongAnswerSignature) ? application.Key + " "
            : application.Key;

    private static Refusal? Check(
        GatewayRequest request, IPayNowApplication? application, Func<string, bool> serves)
        => application is null ? Refusal.UnknownApplication
            : !Signature.Fits(request, application.Key) ? Refusal.BadSignature
            : !(IsOfB(request) ? OfB : OfA).Contains(request.Funcode, StringComparer.Ordinal)
                || !serves(request.Funcode) ? Refusal.UnknownFunction
            : request.Funcode is "MQ001" or "MQ002"
                ? FieldRules.First(
                    request,
                    ("mhtCharset", FieldRules.OneOf("UTF-8")),
                    ("mhtSignType", FieldRules.OneOf("MD5")))
            : null;

    private static bool IsOfB(GatewayRequest request)
        => request.IsVersioned || request.IsOfRefunds;

    private static string HabitOf(GatewayRequest request, RequestFaults met)
        => request["deviceType"] is "05"
            ? PayerHabit.Kinds.FirstOrDefault(met.Meets)
                ?? PayerHabit.Of(request["channelAuthCode"])
            : PayerHabit.Pays;

    private async Task ShowAsync(HttpContext http, PayOrder? order, Refusal? wrong)
    {
        var (path, error) = order is null ? (null, wrong) : orders.Page(order);
        if (path is not null)
        {
            http.Response.Redirect(path);
            return;
        }

        await page.RefusedAsync(http, (error ?? Refusal.Busy).Message);
    }
}
