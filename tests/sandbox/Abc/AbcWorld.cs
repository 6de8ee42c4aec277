using System.Security.Cryptography;
using System.Text;
using PayFunctions.Sandbox.Abc;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Abc;

/// <summary>A simulator with the vectors' keys and clock, a merchant, and a caller.</summary>
internal sealed class AbcWorld : IAsyncDisposable
{
    public const string Path = "/ebus/ReceiveMerchantTrxReqServlet";

    private AbcWorld(AbcSimulator simulator, MerchantEndpoint merchant, ManualTimeProvider time)
    {
        Simulator = simulator;
        Merchant = merchant;
        Time = time;
        merchant.Answer = $"<URL>{merchant.ReturnUrl}</URL><html></html>";
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        Client = new HttpClient(handler) { BaseAddress = simulator.Address };
    }

    public AbcSimulator Simulator { get; }

    public MerchantEndpoint Merchant { get; }

    public ManualTimeProvider Time { get; }

    public HttpClient Client { get; }

    public static async Task<AbcWorld> StartAsync(
        Func<AbcSimulatorOptions, AbcSimulatorOptions>? change = null)
    {
        var time = new ManualTimeProvider(AbcVectors.Moment);
        var options = new AbcSimulatorOptions
        {
            PrivateKey = AbcVectors.BankKey,
            Merchants = [new(AbcVectors.MerchantId, AbcVectors.Certificate)],
            Time = time,
        };
        var simulator = await AbcSimulator.StartAsync(change?.Invoke(options) ?? options);
        return new(simulator, await MerchantEndpoint.StartAsync(), time);
    }

    /// <summary>A message around a request, with the merchant's signature.</summary>
    public static byte[] Sign(
        string request, string merchantId = AbcVectors.MerchantId, RSA? key = null,
        Encoding? encoding = null)
    {
        var message = """{"Version":"V3.0.0","Format":"JSON","Merchant":{"ECMerchantType":"""
            + $"\"EBUS\",\"MerchantID\":\"{merchantId}\"}},\"TrxRequest\":{request}}}";
        return Wrap((encoding ?? Encoding.UTF8).GetBytes(message), key);
    }

    public static byte[] Wrap(byte[] message, RSA? key = null)
    {
        var signature = Convert.ToBase64String((key ?? AbcVectors.Merchant).SignData(
            message, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));
        return
        [
            .. "{\"Message\":"u8, .. message,
            .. Encoding.ASCII.GetBytes(",\"Signature-Algorithm\":\"SHA1withRSA\",\"Signature\":"
                + $"\"{signature}\"}}"),
        ];
    }

    public async Task<HttpResponseMessage> PostAsync(
        byte[] body, string path = Path, string? fault = null,
        string contentType = "application/x-www-form-urlencoded")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (fault is not null)
        {
            request.Headers.Add("X-Sandbox-Fault", fault);
        }

        return await Client.SendAsync(request);
    }

    public async Task<BankAnswer> SayAsync(byte[] body, string path = Path)
    {
        using var response = await PostAsync(body, path);
        response.EnsureSuccessStatusCode();
        return BankAnswer.Read(await response.Content.ReadAsByteArrayAsync());
    }

    public Task<BankAnswer> SayAsync(string request) => SayAsync(Sign(request));

    /// <summary>A request for a page, as the merchant's endpoint can be notified of it.</summary>
    public string PayReq(
        string number = "T1", string amount = "88.88", string notifyType = "1",
        string timeout = "20260102040405")
    {
        var order = Members(
            ("PayTypeID", "ImmediatePay"), ("OrderDate", "2026/01/02"),
            ("OrderTime", "03:04:05"), ("orderTimeoutDate", timeout), ("OrderNo", number),
            ("CurrencyCode", "156"), ("OrderAmount", amount), ("InstallmentMark", "0"),
            ("CommodityType", "0202"));
        var payment = Members(
            ("TrxType", "PayReq"), ("PaymentType", "A"), ("PaymentLinkType", "1"),
            ("ReceiveAccount", ""), ("ReceiveAccName", ""), ("NotifyType", notifyType),
            ("ResultNotifyURL", Merchant.NotifyUrl), ("MerchantRemarks", "学费"),
            ("IsBreakAccount", "0"), ("SplitAccTemplate", ""));
        var items = $"[{{{Members(("ProductName", "测试商品"))}}}]";
        return $"{{{payment},\"Order\":{{{order},\"OrderItems\":{items}}}}}";
    }

    public static string Query(string number, string payType = "ImmediatePay")
        => $"{{{Members(
            ("TrxType", "Query"), ("PayTypeID", payType), ("OrderNo", number),
            ("QueryDetail", "true"))}}}";

    public static string Refund(string number, string amount, string order = "T1")
        => $"{{{Members(
            ("TrxType", "Refund"), ("OrderDate", "2026/01/02"), ("OrderTime", "10:00:00"),
            ("MerRefundAccountNo", ""), ("MerRefundAccountName", ""), ("OrderNo", order),
            ("NewOrderNo", number), ("CurrencyCode", "156"), ("TrxAmount", amount),
            ("RefundType", "0"), ("MerchantRemarks", ""))}}}";

    public async Task<BankAnswer> OpenAsync(string number = "T1", string notifyType = "1")
    {
        var answer = await SayAsync(PayReq(number, notifyType: notifyType));
        answer.Code.ShouldBe("0000", answer.Text);
        return answer;
    }

    public async Task PayAsync(string number = "T1", bool silent = true)
    {
        using var answer = await Client.PostAsync(
            $"/control/trades/{number}/pay{(silent ? "?silent=1" : "")}", null);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<string> StatusAsync(string number, string payType = "ImmediatePay")
        => (await SayAsync(Query(number, payType))).Order.Text("Status");

    private static string Members(params (string Name, string Value)[] members)
        => string.Join(',', members.Select(static m => $"\"{m.Name}\":\"{m.Value}\""));

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        await Merchant.DisposeAsync();
        Client.Dispose();
    }
}
