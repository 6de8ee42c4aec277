using System.Globalization;
using PayFunctions.Sdk;

namespace PayFunctions.Tests.Flows.World;

/// <summary>A merchant that knows the gateway only through the SDK.</summary>
internal sealed class MerchantClient(HttpClient http, MerchantEndpoint endpoint, PayOptions options)
{
    /// <summary>What an order costs unless a story says otherwise, in fen.</summary>
    public const long Fen = 12_345;

    private static int numbers;

    /// <summary>Application, key and gateway.</summary>
    public PayOptions Options => options;

    /// <summary>The server-to-server interface.</summary>
    public PayClient Pay { get; } = new(http, options);

    /// <summary>Verifies by the gateway's published keys.</summary>
    public PayVerifier Verifier { get; } = new(
        options, new GatewayKeys(http, options.Environment!.Gateway));

    /// <summary>A payment under a number of its own.</summary>
    public PayRequest Order()
    {
        var number = Interlocked.Increment(ref numbers);
        var request = Pay.NewRequest();
        request.OutTradeNo = string.Create(CultureInfo.InvariantCulture, $"F_{number:00000}");
        request.TotalFee = Fen;
        request.Subject = "一罐龙井 Tea";
        request.Attach = "row 7; 第七行";
        request.NotifyUrl = endpoint.NotifyUrl;
        request.ReturnUrl = endpoint.ReturnUrl;
        return request;
    }

    /// <summary>Creates a payment that must be accepted.</summary>
    public async Task<CreatePaymentResponse> CreateAsync(PayRequest request)
        => Answer(await Pay.CreateAsync(request));

    /// <summary>An order that must exist.</summary>
    public async Task<OrderQueryResponse> QueryAsync(string outTradeNo)
        => Answer(await Pay.QueryAsync(OrderQueryRequest.ByOutTradeNo(outTradeNo)));

    /// <summary>A notification that must exist.</summary>
    public async Task<NotifyQueryResponse> QueryNoticeAsync(string notifyId)
        => Answer(await Pay.QueryNotificationAsync(new NotifyQueryRequest(notifyId)));

    /// <summary>The answer; a problem fails the test in its own words.</summary>
    public static T Answer<T>(PayResult<T> result)
        where T : class
        => result.Value
            ?? throw new InvalidOperationException(
                $"{result.Problem!.Code}: {result.Problem.Detail}");
}
